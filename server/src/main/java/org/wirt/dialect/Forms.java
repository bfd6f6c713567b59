package org.wirt.dialect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How the dialect writes values.
public final class Forms {

    private static final Map<String, String> LOCALES = Map.of("de", "de-DE", "en", "en-US");

    private Forms() {}

    /// Refuses what would be passed over: another GUID than it has, and what Wirt has nothing for.
    static void refuse(Element setup, Object guid, String... nodes) {
        var other = setup.child("guid").filter(said -> !said.text().equalsIgnoreCase(guid.toString()));
        if (other.isPresent()) throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A GUID stays for life.");
        for (var node : nodes)
            if (setup.has(node)) throw new Failed(ErrorNumbers.NOT_SUPPORTED, node + " is not supported.");
    }

    /// The name that something is to be called by, where one is said; nobody takes away the one it has.
    static Optional<String> name(Element said) {
        return filled(said, "name");
    }

    /// What a node says, where it is there: in it there must be something.
    static Optional<String> filled(Element said, String node) {
        return said.child(node).map(Element::text).map(text -> {
            if (text.isEmpty()) throw Failed.invalid("Node " + node + " is empty.");
            return text;
        });
    }

    /// Nothing is no password, also where none is kept.
    static void refuseNoPassword(Element said) {
        if (said.child("password").filter(word -> word.exactly().isEmpty()).isPresent())
            throw Failed.invalid("The password is empty.");
    }

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
