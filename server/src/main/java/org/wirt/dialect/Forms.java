package org.wirt.dialect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// How the dialect writes values.
public final class Forms {

    private static final Map<String, String> LOCALES = Map.of("de", "de-DE", "en", "en-US");

    private Forms() {}

    public static String date(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    public static String locale(String language) {
        return LOCALES.getOrDefault(language, "en-US");
    }

    /// @throws Failed for one that the panel does not speak
    static String language(String locale) {
        var language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
        if (!LOCALES.containsKey(language)) throw Failed.invalid("The locale " + locale + " is not installed.");
        return language;
    }

    public static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "enabled", "yes" -> true;
            case "false", "0", "off", "disabled", "no", "" -> false;
            default -> throw Failed.invalid("Not a boolean: " + text);
        };
    }
}
