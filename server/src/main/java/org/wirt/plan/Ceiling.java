package org.wirt.plan;

import java.util.Optional;
import java.util.TreeMap;
import org.wirt.value.Refusal;

/// What the owner of a plan holds himself: more than that he cannot offer. The administrator has no ceiling.
record Ceiling(Limits limits, Optional<Permissions> permissions, Apps apps) {

    static final Ceiling NONE = new Ceiling(Limits.NONE, Optional.empty(), Apps.all());

    /// Why these terms are too much, and in which field. Empty: they fit.
    Optional<Refusal> refusal(Terms terms) {
        for (var shortage : terms.limits().shortagesIn(offered())) {
            var field = "limit." + shortage.key().name();
            return Optional.of(Refusal.invalid(field, "plan.above-holding", shortage.key(), shortage.offered()));
        }
        for (var key :
                permissions.map(p -> terms.permissions().beyond(p::allow)).orElseGet(java.util.List::of)) {
            return Optional.of(Refusal.invalid("permission." + key.name(), "plan.permission-not-held", key));
        }
        if (!terms.apps().areWithin(apps)) return Optional.of(Refusal.invalid("apps", "plan.apps-not-held"));
        return Optional.empty();
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
