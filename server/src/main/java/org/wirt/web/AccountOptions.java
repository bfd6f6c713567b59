package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.wirt.account.Resellers;
import org.wirt.subscription.Subscribers;
import org.wirt.web.ui.Option;

/// Accounts as choices of a select: by the name they have everywhere, the company in brackets where it says more. Those
/// that are called alike have their usernames there too.
final class AccountOptions {

    private AccountOptions() {}

    private record Choice(long id, String name, String company, String username) {

        boolean hasCompany() {
            return !company.isBlank() && !plain(company).equals(plain(name));
        }

        String label() {
            return hasCompany() ? name + " (" + company + ")" : name;
        }

        String fullLabel() {
            return name + " (" + (hasCompany() ? company + ", " : "") + username + ")";
        }
    }

    static List<Option> resellers(List<Resellers.Named> resellers) {
        return options(resellers.stream()
                .map(r -> new Choice(r.id(), r.name(), r.company(), r.username()))
                .toList());
    }

    static List<Option> subscribers(List<Subscribers.Named> subscribers) {
        return options(subscribers.stream()
                .map(s -> new Choice(s.id(), s.name(), s.company(), s.username()))
                .toList());
    }

    private static List<Option> options(List<Choice> choices) {
        var often = new HashMap<String, Integer>();
        for (var choice : choices) often.merge(plain(choice.label()), 1, Integer::sum);
        return choices.stream()
                .map(c -> new Option(
                        String.valueOf(c.id), often.getOrDefault(plain(c.label()), 1) == 1 ? c.label() : c.fullLabel()))
                .toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
