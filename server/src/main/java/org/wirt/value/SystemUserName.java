package org.wirt.value;

import java.util.regex.Pattern;

/// The name a subscription's files belong to and FTP users sign in with, 1 to 32 characters. System users and
/// additional FTP users share one name space, apart from that of the panel's logins. No name of the server itself.
public record SystemUserName(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]*");

    public SystemUserName {
        text = Text.requiredLine(text, 32);
        if (!FORM.matcher(text).matches()) throw new InvalidValue("system-user-form");
        if (SystemNames.contain(text)) throw new InvalidValue("system-user-reserved");
    }

    /// One that nobody has chosen.
    public static SystemUserName random() {
        return new SystemUserName("u" + Letters.SMALL.and(Letters.DIGITS).some(8));
    }
}
