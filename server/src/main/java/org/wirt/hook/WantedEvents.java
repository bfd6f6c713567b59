package org.wirt.hook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.wirt.value.InvalidValue;

/// Which types of events a hook is told of: each by its name, or all of a kind as `customer.*`.
///
/// @param text one in a line, blanks and commas part them too; empty: all
record WantedEvents(String text) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*\\.(?:\\*|[a-z][a-z-]*)");
    private static final int LONGEST = 10_000;

    WantedEvents {
        if (text.length() > LONGEST) throw new InvalidValue("too-long", LONGEST, text.length());
        var types = new ArrayList<>(Arrays.stream(BETWEEN.split(text, -1))
                .filter(type -> !type.isEmpty())
                .distinct()
                .sorted()
                .toList());
        for (var type : types) if (!FORM.matcher(type).matches()) throw new InvalidValue("event-type-unknown", type);
        var wholes = types.stream().filter(WantedEvents::isWhole).toList();
        types.removeIf(type -> !isWhole(type) && wholes.contains(whole(type)));
        text = String.join("\n", types);
    }

    static WantedEvents of(List<String> types) {
        return new WantedEvents(String.join("\n", types));
    }

    List<String> list() {
        return text.lines().toList();
    }

    boolean include(String type) {
        return text.isEmpty() || list().contains(type) || list().contains(whole(type));
    }

    static boolean isWhole(String type) {
        return type.endsWith(".*");
    }

    private static String whole(String type) {
        return type.substring(0, type.indexOf('.')) + ".*";
    }
}
