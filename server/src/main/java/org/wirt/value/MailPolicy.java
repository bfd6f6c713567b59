package org.wirt.value;

import java.util.Arrays;

/// What becomes of mail from outside while its receiver is suspended. Where several suspensions say different things,
/// the strictest holds; the code is its bit in the sum the database keeps.
public enum MailPolicy {
    /// Taken, and found in the mailbox once it is active again.
    HOLD(1),
    /// Put off: senders keep it and try again, usually for five days (RFC 5321 4.5.4.1).
    DEFER(2),
    /// Refused for good: senders hear at once that it was not delivered.
    REJECT(4);

    private final int code;

    MailPolicy(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static MailPolicy of(int code) {
        return Arrays.stream(values())
                .filter(policy -> policy.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mail policy " + code));
    }
}
