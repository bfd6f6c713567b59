package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.plan.Shortage;
import org.wirt.subscription.Plans.Kind;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// What customers would hold as resellers. Call within a scoped transaction.
@Component
public class Conversions {

    private final Plans plans;

    Conversions(Plans plans) {
        this.plans = plans;
    }

    /// @param plan a reseller plan; absent: Custom
    public ResellerFromCustomer preview(Customer customer, Optional<Long> plan) {
        return previews(
                        List.of(customer),
                        plan.map(p -> Map.of(customer.id(), p)).orElseGet(Map::of))
                .getFirst();
    }

    /// @param plan a reseller plan for each customer; absent: Custom
    /// @return one for each customer, in their order
    List<ResellerFromCustomer> previews(List<Customer> customers, Map<Long, Long> plan) {
        var known = known(plan);
        return customers.stream().map(c -> preview(c, plan.get(c.id()), known)).toList();
    }

    private static ResellerFromCustomer preview(Customer customer, @Nullable Long wanted, Map<Long, Plan> known) {
        if (wanted == null) return ResellerFromCustomer.custom(customer.holdings());
        var plan = known.get(wanted);
        if (plan == null) {
            var unknown = Refusal.invalid("plan." + customer.id(), "plan-of-other-provider");
            return new ResellerFromCustomer(
                    ResellerFromCustomer.custom(customer.holdings()).allowance(),
                    List.of(Check.blocked(unknown)),
                    List.<Shortage>of());
        }
        return ResellerFromCustomer.byPlan(plan.allowance(), plan.oversell(), customer.holdings());
    }

    /// What makes them resellers.
    List<ResellerRows.Row> rows(List<Customer> customers, Map<Long, Long> plan) {
        var known = known(plan);
        return customers.stream()
                .map(c -> {
                    var chosen = Optional.ofNullable(plan.get(c.id()));
                    return new ResellerRows.Row(
                            c.id(),
                            chosen,
                            preview(c, plan.get(c.id()), known).allowance(),
                            chosen.map(known::get).filter(Plan::oversell).isPresent());
                })
                .toList();
    }

    private Map<Long, Plan> known(Map<Long, Long> plan) {
        var known = plans.byId(Set.copyOf(plan.values()));
        known.values().removeIf(p -> p.kind() != Kind.RESELLER);
        return known;
    }
}
