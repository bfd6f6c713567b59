package org.wirt.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.plan.AddOns;
import org.wirt.plan.AddOns.AddOn;
import org.wirt.plan.AddOns.Called;
import org.wirt.web.ui.Option;

/// Add-on plans where somebody chooses one. Call within a scoped transaction.
@Component
class AddOnChoices {

    static final String BIND = "subscription.bind-add-on";
    static final String UNBIND = "subscription.unbind-add-on";

    /// @param bound what a subscription has
    /// @param free  what it could have
    record OfOne(List<Called> bound, List<Called> free) {

        /// Without what there is no choice for.
        Set<String> verbs(Set<String> may) {
            return without(may, free.isEmpty() ? BIND : "", bound.isEmpty() ? UNBIND : "");
        }

        List<Called> of(String verb) {
            return verb.equals(BIND) ? free : bound;
        }
    }

    private final AddOns addOns;

    AddOnChoices(AddOns addOns) {
        this.addOns = addOns;
    }

    /// @param provider whose add-ons it can have
    OfOne of(long subscription, long provider) {
        var bound = addOns.of(subscription);
        var free =
                offered(provider).stream().filter(one -> !bound.contains(one)).toList();
        return new OfOne(bound, free);
    }

    /// What can be done with many: nothing with add-ons where the reader offers none.
    Set<String> verbs(Visit visit, Set<String> may) {
        return addOns.offered(visit.scope().accountId()).isEmpty() ? without(may, BIND, UNBIND) : may;
    }

    List<Called> offered(long provider) {
        return addOns.offered(provider).stream().map(AddOn::called).toList();
    }

    static List<Option> options(List<Called> among) {
        return among.stream()
                .map(one -> new Option(String.valueOf(one.id()), one.name()))
                .toList();
    }

    private static Set<String> without(Set<String> may, String... verbs) {
        var left = new HashSet<>(may);
        for (var verb : verbs) left.remove(verb);
        return left;
    }
}
