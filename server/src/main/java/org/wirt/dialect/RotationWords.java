package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How the log files of a site are turned over, as a plan says it: kept, and told again.
final class RotationWords {

    private static final String GROUP = "log-rotation";
    private static final String ON = "on";
    private static final String CONDITION = "log-condition";
    private static final String SIZE = "log-bysize";
    private static final String TIME = "log-bytime";
    private static final String FILES = "log-max-num-files";
    private static final String COMPRESS = "log-compress";
    private static final String EMAIL = "log-email";

    private static final Set<String> TIMES = Set.of("Daily", "Weekly", "Monthly");

    private RotationWords() {}

    /// What is said of it without switching it on or off stands in the node itself.
    ///
    /// @throws Failed for what means nothing
    static Map<String, String> kept(Element asked) {
        var kept = new LinkedHashMap<String, String>();
        asked.child(GROUP).ifPresent(said -> {
            if (said.has(ON)) put(kept, ON, "true");
            // Only one of them is said; by the command line both, and then it is off.
            if (said.has("off")) put(kept, ON, "false");
            for (var one : said.child(ON).orElse(said).children()) detail(one, kept);
        });
        return kept;
    }

    private static void detail(Element one, Map<String, String> kept) {
        switch (one.name()) {
            case ON, "off" -> {}
            case CONDITION -> one.children().forEach(condition -> put(kept, CONDITION, condition(condition)));
            case FILES -> put(kept, FILES, number(one));
            case COMPRESS -> put(kept, COMPRESS, String.valueOf(Forms.bool(one.text())));
            case EMAIL -> put(kept, EMAIL, one.text());
            default -> throw Failed.invalid("Log rotation has no " + one.name() + ".");
        }
    }

    private static void put(Map<String, String> kept, String name, String value) {
        kept.put(GROUP + "." + name, value);
    }

    /// By size or by time, never by both: kept as one.
    private static String condition(Element said) {
        return switch (said.name()) {
            case SIZE -> SIZE + " " + number(said);
            case TIME -> TIME + " " + time(said.text());
            default -> throw Failed.invalid("Logs are not turned over by " + said.name() + ".");
        };
    }

    private static String time(String word) {
        return TIMES.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Failed.invalid("Not Daily, Weekly or Monthly: " + word));
    }

    private static String number(Element said) {
        if (!said.text().matches("\\d{1,18}"))
            throw Failed.invalid("Wrong value of " + said.name() + ": " + said.text());
        return said.text();
    }

    static Element told(Map<String, String> kept) {
        var rotation = new Element(GROUP);
        if (!Boolean.parseBoolean(word(kept, ON, "true"))) return rotation.add(new Element("off"));
        var condition = word(kept, CONDITION, SIZE + " 10485760").split(" ", 2);
        var email = word(kept, EMAIL, "");
        return rotation.add(new Element(ON)
                .add(new Element(CONDITION).add(condition[0], condition[1]))
                .add(FILES, word(kept, FILES, "10"))
                .add(COMPRESS, word(kept, COMPRESS, "true"))
                .addIf(!email.isEmpty(), EMAIL, email));
    }

    private static String word(Map<String, String> kept, String name, String usual) {
        return kept.getOrDefault(GROUP + "." + name, usual);
    }
}
