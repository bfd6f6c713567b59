package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.plan.AddOns;
import org.wirt.plan.AddOns.AddOn;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.subscription.Plans.Plan;

/// What subscriptions hold that follow a plan: what it gives, and what their add-ons give beside it. Call within a
/// scoped transaction.
@Component
class Following {

    private final Plans plans;
    private final AddOns addOns;

    Following(Plans plans, AddOns addOns) {
        this.plans = plans;
        this.addOns = addOns;
    }

    /// Another plan, and the add-ons that each has.
    List<Bound> bound(List<Subscription> subscriptions, Plan plan) {
        var known = known(subscriptions, Subscription::addOns);
        return subscriptions.stream()
                .map(s -> bound(s, plan, s.addOns(), known))
                .toList();
    }

    /// The plan that each has, with these add-ons.
    List<Bound> bound(List<Subscription> subscriptions, Function<Subscription, List<Long>> wanted) {
        var bound = plans.byId(subscriptions.stream()
                .flatMap(s -> s.planId().stream())
                .distinct()
                .toList());
        var known = known(subscriptions, wanted);
        return subscriptions.stream()
                .map(s -> bound(s, Objects.requireNonNull(bound.get(s.planId().orElseThrow())), wanted.apply(s), known))
                .toList();
    }

    private Map<Long, AddOn> known(List<Subscription> subscriptions, Function<Subscription, List<Long>> wanted) {
        return addOns.byId(
                subscriptions.stream().flatMap(s -> wanted.apply(s).stream()).collect(Collectors.toSet()));
    }

    private static Bound bound(Subscription subscription, Plan plan, List<Long> wanted, Map<Long, AddOn> known) {
        var values = plan.allowance();
        for (var id : wanted) {
            var addOn = known.get(id);
            if (addOn != null) values = addOn.over(values);
        }
        return new Bound(subscription.id(), Optional.of(plan.id()), Subscription.Sync.SYNCED, values, wanted);
    }
}
