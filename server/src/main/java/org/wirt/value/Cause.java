package org.wirt.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why something is not active. The worst stands first; the code is what tables, imports and dialects know it by.
public enum Cause {
    /// In the recycle bin.
    REMOVED(2048),
    /// Compromised or abused.
    SECURITY(1024),
    ADMIN(16),
    RESELLER(32),
    /// The account above is not active: derived, never stored.
    PARENT(2),
    /// The date has passed: derived, never stored.
    EXPIRED(256),
    /// More used than the allowance grants.
    OVERUSE(512),
    /// Switched off by its owner.
    CUSTOMER(64),
    /// The web service of one site is off.
    WEB_OFF(8),
    /// The final copy of a move, or a restore.
    MAINTENANCE(4);

    private final int code;

    Cause(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// What addresses call it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Cause::word).toList();
    }

    public static Optional<Cause> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /// The message key of its words.
    public String key() {
        return "cause." + word();
    }
}
