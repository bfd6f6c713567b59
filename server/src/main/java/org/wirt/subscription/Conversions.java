package org.wirt.subscription;

import java.util.List;
import java.util.Optional;
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
        if (plan.isEmpty()) return ResellerFromCustomer.custom(customer.holdings());
        var chosen = found(plan.get());
        if (chosen.isEmpty()) {
            var unknown = Refusal.invalid("plan." + customer.id(), "plan-of-other-provider");
            return new ResellerFromCustomer(
                    ResellerFromCustomer.custom(customer.holdings()).allowance(),
                    List.of(Check.blocked(unknown)),
                    List.<Shortage>of());
        }
        return ResellerFromCustomer.byPlan(
                chosen.get().allowance(), chosen.get().oversell(), customer.holdings());
    }

    ResellerRows.Row row(Customer customer, Optional<Long> plan) {
        var allowance = preview(customer, plan).allowance();
        return new ResellerRows.Row(
                customer.id(),
                plan,
                allowance,
                plan.flatMap(this::found).filter(Plan::oversell).isPresent());
    }

    private Optional<Plan> found(long id) {
        return plans.find(id).filter(p -> p.kind() == Kind.RESELLER);
    }
}
