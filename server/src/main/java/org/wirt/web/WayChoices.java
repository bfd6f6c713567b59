package org.wirt.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirt.speech.Texts;
import org.wirt.subscription.Check;
import org.wirt.subscription.Customer;
import org.wirt.subscription.WayOut;
import org.wirt.value.InvalidValue;
import org.wirt.value.WrittenNumber;
import org.wirt.web.ui.CheckLine;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Status;

/// What was looked at before a customer moves or becomes a reseller, in words, and the ways out of too little room.
final class WayChoices {

    private WayChoices() {}

    /// The plan chosen in each line; absent: none.
    static Map<Long, Long> plans(Form form, List<Customer> customers) {
        var plans = new HashMap<Long, Long>();
        for (var customer : customers)
            Visit.number(form.value("plan." + customer.id())).ifPresent(id -> plans.put(customer.id(), id));
        return plans;
    }

    /// The way chosen in each line; absent: that line is left out.
    static Map<Long, WayOut> ways(Form form, List<Customer> customers) {
        var ways = new HashMap<Long, WayOut>();
        for (var customer : customers) {
            var chosen = form.value("way." + customer.id());
            Stream.of(WayOut.values())
                    .filter(way -> way.name().equals(chosen))
                    .forEach(way -> ways.put(customer.id(), way));
        }
        return ways;
    }

    /// How many customers each may have, as far as it can be read; what cannot is refused when the form is sent.
    static Map<Long, Long> room(Texts t, Form form, List<Customer> customers) {
        var room = new HashMap<Long, Long>();
        for (var customer : customers) {
            var typed = form.value("customers." + customer.id());
            if (!typed.isBlank()) readable(typed, t).ifPresent(number -> room.put(customer.id(), number));
        }
        return room;
    }

    private static Optional<Long> readable(String typed, Texts t) {
        try {
            return Optional.of(WrittenNumber.readWhole(typed, t.locale()));
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }

    /// The ways there are, and first that the customer is left out. Empty: there is room enough.
    static List<Option> options(Texts t, List<WayOut> ways) {
        if (ways.isEmpty()) return List.of();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.way.skip")));
        for (var way : ways)
            options.add(new Option(way.name(), t.of("web.way." + way.name().toLowerCase(Locale.ROOT))));
        return options;
    }

    static List<CheckLine> lines(Texts t, List<Check> checks) {
        return checks.stream()
                .map(check -> new CheckLine(
                        kind(check), t.of(check.key(), check.gaps().toArray())))
                .toList();
    }

    private static Status.Kind kind(Check check) {
        return switch (check) {
            case Check.Ok _ -> Status.Kind.DONE;
            case Check.Warning _ -> Status.Kind.WARNING;
            case Check.Blocked _ -> Status.Kind.REFUSED;
        };
    }
}
