package org.wirt.subscription;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.plan.Limits;
import org.wirt.subscription.Plans.Kind;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// What customers would hold as resellers. Call within a scoped transaction.
@Component
public class Conversions {

    private final Plans plans;
    private final Clock clock;

    Conversions(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /// @param plan a reseller plan for each customer; absent: Custom
    /// @param ways what is done about each whose plan is too small; absent: nothing
    /// @param room how many customers each may have who follows no plan; absent: as many as he likes
    /// @return one for each customer, in their order
    public List<ResellerFromCustomer> preview(
            List<Customer> customers, Map<Long, Long> plan, Map<Long, WayOut> ways, Map<Long, Long> room) {
        var known = known(plan);
        return customers.stream()
                .map(c -> plan.get(c.id()) == null
                        ? ResellerFromCustomer.custom(c.holdings()).with(room.getOrDefault(c.id(), Limits.UNLIMITED))
                        : preview(c, plan.get(c.id()), known, Optional.ofNullable(ways.get(c.id()))))
                .toList();
    }

    private static ResellerFromCustomer preview(
            Customer customer, long wanted, Map<Long, Plan> known, Optional<WayOut> way) {
        var plan = known.get(wanted);
        if (plan == null) {
            var unknown = Refusal.invalid("plan." + customer.id(), "plan-of-other-provider");
            return ResellerFromCustomer.blockedBy(unknown, customer.holdings());
        }
        return ResellerFromCustomer.byPlan(plan.allowance(), plan.oversell(), customer.holdings(), way);
    }

    /// What makes them resellers. Who follows a plan lasts as long as it says, from now on.
    List<ResellerRows.Row> rows(List<Customer> customers, Map<Long, Long> plan, List<ResellerFromCustomer> previews) {
        var known = known(plan);
        var rows = new ArrayList<ResellerRows.Row>();
        for (int i = 0; i < customers.size(); i++) {
            long id = customers.get(i).id();
            var values = previews.get(i).allowance();
            var followed = Optional.ofNullable(plan.get(id)).map(known::get);
            rows.add(new ResellerRows.Row(
                    id,
                    followed.map(Plan::id),
                    followed.map(p -> values.until(p.validity().map(clock.instant()::plus)))
                            .orElse(values),
                    followed.filter(Plan::oversell).isPresent(),
                    followed.filter(p -> !p.allowance().equals(values)).isPresent()));
        }
        return rows;
    }

    private Map<Long, Plan> known(Map<Long, Long> plan) {
        var known = plans.byId(Set.copyOf(plan.values()));
        known.values().removeIf(p -> p.kind() != Kind.RESELLER);
        return known;
    }
}
