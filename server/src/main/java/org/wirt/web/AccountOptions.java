package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.wirt.account.Resellers;
import org.wirt.subscription.Subscribers;
import org.wirt.web.ui.Option;

/// Accounts as choices of a select. Those that are called alike have their usernames behind their names.
final class AccountOptions {

    private AccountOptions() {}

    private record Choice(long id, String label, String username) {}

    static List<Option> resellers(List<Resellers.Named> resellers) {
        return options(resellers.stream()
                .map(r -> new Choice(r.id(), r.name(), r.username()))
                .toList());
    }

    static List<Option> subscribers(List<Subscribers.Named> subscribers) {
        return options(subscribers.stream()
                .map(s -> new Choice(
                        s.id(), s.company().isEmpty() ? s.name() : s.name() + " – " + s.company(), s.username()))
                .toList());
    }

    private static List<Option> options(List<Choice> choices) {
        var often = new HashMap<String, Integer>();
        for (var choice : choices) often.merge(alike(choice), 1, Integer::sum);
        return choices.stream()
                .map(c -> new Option(
                        String.valueOf(c.id),
                        often.getOrDefault(alike(c), 1) == 1 ? c.label : c.label + " (" + c.username + ")"))
                .toList();
    }

    private static String alike(Choice choice) {
        return choice.label.strip().toLowerCase(Locale.ROOT);
    }
}
