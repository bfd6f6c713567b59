package org.wirt.value;

import java.util.Locale;
import java.util.regex.Pattern;

/// What stands before the @ of a mailbox, 1 to 64 characters in lower case. No plus sign: servers cut the name there.
public record MailboxLocal(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    public MailboxLocal {
        text = Text.requiredLine(text, 64).toLowerCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) throw new InvalidValue("mailbox-form");
    }
}
