package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.wirt.web.ui.Address;
import org.wirt.web.ui.Chip;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Texts;

/// The filters that are set, as chips that can be taken away.
final class Filters {

    private static final List<String> NAMES =
            List.of("name", "company", "status", "provider", "from", "to", "email", "username", "external");

    private Filters() {}

    static List<Chip> chips(Texts t, Address address, List<Option> providers) {
        var chips = new ArrayList<Chip>();
        for (var name : NAMES) {
            var value = address.value(name).strip();
            if (value.isEmpty()) continue;
            chips.add(new Chip(
                    label(t, name),
                    shown(t, name, value, providers),
                    address.without(name, "after", "before").toString()));
        }
        return chips;
    }

    private static String label(Texts t, String name) {
        return switch (name) {
            case "name" -> t.of("web.filter.name");
            case "from" -> t.of("web.created-from");
            case "to" -> t.of("web.created-to");
            case "external" -> t.of("web.external-id");
            default -> t.of("web." + name);
        };
    }

    private static String shown(Texts t, String name, String value, List<Option> providers) {
        if (name.equals("status") && (value.equals("active") || value.equals("suspended")))
            return t.of("web.status." + value);
        if (!name.equals("provider")) return value;
        return providers.stream()
                .filter(o -> o.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
