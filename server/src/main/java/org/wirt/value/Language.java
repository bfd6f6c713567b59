package org.wirt.value;

import java.util.Locale;

/// The languages the panel speaks.
public enum Language {
    DE,
    EN;

    /// @param tag de, en, or with a region behind it: de-AT, en_US
    public static Language of(String tag) {
        return switch (Text.line(tag, 255).toLowerCase(Locale.ROOT).split("[-_]", 2)[0]) {
            case "de" -> DE;
            case "en" -> EN;
            default -> throw new InvalidValue("language-unknown");
        };
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(tag());
    }
}
