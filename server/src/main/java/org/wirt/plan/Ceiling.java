package org.wirt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.wirt.value.Refusal;

/// What the owner of a plan holds himself: more than that he cannot offer. The administrator has no ceiling.
record Ceiling(Limits limits, Optional<Permissions> permissions, Apps apps) {

    static final Ceiling NONE = new Ceiling(Limits.NONE, Optional.empty(), Apps.all());

    /// Why these terms are too much, field by field. Empty: they fit.
    List<Refusal> refusals(Terms terms) {
        var refusals = new ArrayList<Refusal>();
        for (var shortage : terms.limits().shortagesIn(offered())) {
            var field = "limit." + shortage.key().name();
            refusals.add(Refusal.invalid(field, "plan.above-holding", shortage.key(), shortage.offered()));
        }
        for (var key :
                permissions.map(p -> terms.permissions().beyond(p::allow)).orElseGet(List::of)) {
            refusals.add(Refusal.invalid("permission." + key.name(), "plan.permission-not-held", key));
        }
        if (!terms.apps().areWithin(apps)) refusals.add(Refusal.invalid("apps", "plan.apps-not-held"));
        return refusals;
    }

    /// The same of an add-on, which gives what it names and nothing else.
    List<Refusal> refusals(Limits named, Permissions given) {
        var all = named;
        for (var key : limits.finite()) if (!named.values().containsKey(key.name())) all = all.with(key.name(), 0);
        return refusals(new Terms(all, given, Apps.none(), Optional.empty(), Overuse.NOT_ALLOWED, false));
    }

    /// Only what a subscription can have, and of that only what is an amount.
    private Limits offered() {
        var offered = new TreeMap<String, Long>();
        for (var key : limits.finite()) {
            if (key.scope().reachesSubscriptions() && key.combining() != Combining.NONE)
                offered.put(key.name(), limits.of(key));
        }
        return new Limits(offered);
    }
}
