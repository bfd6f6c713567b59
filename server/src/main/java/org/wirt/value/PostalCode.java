package org.wirt.value;

import java.util.Locale;
import java.util.regex.Pattern;

/// The postal code, up to 15 letters, digits, blanks and hyphens in upper case; may be empty. In the dialect it may
/// have
/// other characters, too.
/// Which form a country expects is said by [PostalAddress#checked].
public record PostalCode(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9 -]*|");

    public PostalCode {
        text = Text.line(text, 15).toUpperCase(Locale.ROOT);
        if (Manner.isHouse() && !FORM.matcher(text).matches()) throw new InvalidValue("postal-code-characters");
    }
}
