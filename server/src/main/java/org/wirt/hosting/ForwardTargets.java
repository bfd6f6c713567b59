package org.wirt.hosting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.wirt.value.EmailAddress;
import org.wirt.value.InvalidValue;

/// Where mail goes on to: 1 to 50 addresses, each once, as servers exchange them and in lower case.
///
/// @param text one in a line; commas and semicolons part them too
record ForwardTargets(String text) {

    static final int MOST = 50;

    private static final int LONGEST = 254;
    private static final int NAMED = 5;
    private static final int TYPED = MOST * 300;

    ForwardTargets {
        if (text.length() > TYPED) throw new InvalidValue("too-long", TYPED, text.length());
        var found = new LinkedHashSet<String>();
        var wrong = new ArrayList<String>();
        for (var typed : text.split("[\\r\\n,;]+", -1)) {
            if (typed.isBlank()) continue;
            address(typed).ifPresentOrElse(found::add, () -> wrong.add(typed.strip()));
        }
        if (!wrong.isEmpty()) throw new InvalidValue("forward-target-form", named(wrong));
        if (found.isEmpty()) throw new InvalidValue("missing");
        if (found.size() > MOST) throw new InvalidValue("forward-targets-many", MOST, found.size());
        text = String.join("\n", found);
    }

    private static Optional<String> address(String typed) {
        try {
            return Optional.of(new EmailAddress(typed).key()).filter(key -> key.length() <= LONGEST);
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    private static String named(List<String> wrong) {
        var some = String.join(", ", wrong.subList(0, Math.min(NAMED, wrong.size())));
        return wrong.size() > NAMED ? some + " …" : some;
    }

    List<String> list() {
        return text.lines().toList();
    }
}
