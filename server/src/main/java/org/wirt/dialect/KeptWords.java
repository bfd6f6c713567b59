package org.wirt.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirt.access.Level;

/// What is said of an object beyond what Wirt knows: under which name it is kept, and how it is told again.
final class KeptWords {

    private static final String DESCRIPTION = "description";
    private static final String OF_ADMINISTRATOR = "admin-description";
    private static final List<String> TEXTS = List.of(Kept.EXTERNAL_ID, DESCRIPTION, "reseller-description");
    private static final List<String> OF_CUSTOMERS = List.of(DESCRIPTION);
    private static final List<String> GROUPS = List.of("prefs", "performance");
    private static final int LONGEST_ID = 255;
    private static final String PHP = "php-settings";

    private KeptWords() {}

    static Map<String, String> ofWebspace(Exchange exchange, Element asked, Element setup) {
        var kept = new LinkedHashMap<String, String>();
        for (var text : exchange.caller().level().reaches(Level.RESELLER) ? TEXTS : OF_CUSTOMERS)
            setup.child(text).ifPresent(said -> kept.put(text, said.text()));
        if (kept.getOrDefault(Kept.EXTERNAL_ID, "").length() > LONGEST_ID)
            throw Failed.invalid("An external-id has at most " + LONGEST_ID + " characters.");
        // A note that its reader alone writes.
        setup.child(OF_ADMINISTRATOR).ifPresent(said -> {
            exchange.needs(Level.ADMINISTRATOR);
            kept.put(OF_ADMINISTRATOR, said.text());
        });
        for (var group : GROUPS)
            asked.child(group).ifPresent(said -> {
                for (var one : said.children()) kept.put(group + "." + one.name(), KeptGroups.read(group, one));
            });
        asked.child("mail").ifPresent(said -> kept.putAll(MailPreferences.kept(said)));
        kept.putAll(OveruseWords.kept(asked));
        kept.putAll(settings(asked));
        return kept;
    }

    /// What is said of PHP, as it is kept.
    static Map<String, String> settings(Element asked) {
        var kept = new LinkedHashMap<String, String>();
        for (var one : asked.part(PHP).all("setting"))
            kept.put(PHP + "." + Forms.filled(one, "name").orElse(""), one.text("value"));
        return kept;
    }

    /// A name, its value, the next name, its value.
    static Map<String, String> inOrder(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
        return Collections.unmodifiableMap(values);
    }

    /// A group as it was said, over what it is before anybody says anything.
    static Element group(String name, Map<String, String> kept, Map<String, String> usual) {
        var group = new Element(name);
        KeptGroups.inOrder(name, values(name, kept, usual)).forEach(group::add);
        return group;
    }

    static Element settings(Map<String, String> kept, Map<String, String> usual) {
        var group = new Element(PHP);
        values(PHP, kept, usual)
                .forEach((name, value) ->
                        group.add(new Element("setting").add("name", name).add("value", value)));
        return group;
    }

    private static Map<String, String> values(String group, Map<String, String> kept, Map<String, String> usual) {
        var values = new LinkedHashMap<>(usual);
        kept.forEach((key, value) -> {
            if (key.startsWith(group + ".")) values.put(key.substring(group.length() + 1), value);
        });
        return values;
    }
}
