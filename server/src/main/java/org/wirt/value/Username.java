package org.wirt.value;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name somebody signs in with; unique over all panel logins, upper and lower case being the same.
/// The model takes the wider rule (up to 255 letters, digits and `. _ - @ +`, for imports and for email addresses as
/// usernames); what a form may choose is narrower, see [#chosen].
public record Username(String text) {

    private static final Pattern ANY = Pattern.compile("[A-Za-z0-9._@+-]+");
    private static final Pattern CHOSEN = Pattern.compile("[A-Za-z][A-Za-z0-9._@-]*");

    /// Programs mean the administrator by it, so that nobody else could come in by that name.
    private static final String ROOT = "root";

    public Username {
        text = Text.requiredLine(text, 255);
        if (!ANY.matcher(text).matches()) throw new InvalidValue("username-form");
    }

    /// The rule of the house: 3 to 60 characters, first a letter, then letters, digits and `. _ - @`.
    public static Username chosen(String typed) {
        var username = new Username(typed);
        if (username.key().equals(ROOT)) throw new InvalidValue("username-reserved");
        if (!Manner.isHouse()) return username;
        int length = username.text.length();
        if (length < 3 || length > 60) throw new InvalidValue("username-length", 3, 60);
        if (!CHOSEN.matcher(username.text).matches()) throw new InvalidValue("username-form");
        return username;
    }

    /// What two spellings of the same username have in common.
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Username username && key().equals(username.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
