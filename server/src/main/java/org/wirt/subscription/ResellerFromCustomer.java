package org.wirt.subscription;

import java.util.List;
import org.wirt.plan.Allowance;
import org.wirt.plan.Amount;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Combining;
import org.wirt.plan.Limits;
import org.wirt.plan.Shortage;
import org.wirt.value.Refusal;
import org.wirt.value.Spoken;

/// What a customer would hold as a reseller, and whether his subscriptions fit into it.
///
/// @param shortages what his subscriptions need more than he would hold
public record ResellerFromCustomer(Allowance allowance, List<Check> checks, List<Shortage> shortages) {

    /// Bound to no plan: the whole of what his subscriptions hold. Overselling is off.
    public static ResellerFromCustomer custom(List<Holding> subscriptions) {
        var allowance = Allowance.united(Holding.allowances(subscriptions));
        return new ResellerFromCustomer(allowance, List.of(customCheck(allowance.limits(), subscriptions)), List.of());
    }

    private static Check customCheck(Limits limits, List<Holding> subscriptions) {
        if (subscriptions.isEmpty()) return Check.warning("convert.without-subscriptions");
        var granted = limits.finite().stream()
                .filter(key -> key.combining() == Combining.SUM && limits.of(key) > 0)
                .map(key -> limits.amount(key).named())
                .toList();
        return granted.isEmpty()
                ? Check.ok("convert.room-left")
                : Check.warning("convert.fully-granted", Spoken.list(granted));
    }

    /// Bound to a reseller plan: what it holds. Fits by allotment, or by use where the plan allows overselling.
    public static ResellerFromCustomer byPlan(Allowance plan, boolean oversell, List<Holding> subscriptions) {
        var shortages = oversell
                ? ResellerRoom.shortagesOfUse(plan.limits(), Holding.used(subscriptions))
                : Limits.united(Holding.limits(subscriptions)).shortagesIn(plan.limits());
        return new ResellerFromCustomer(plan, planChecks(shortages), shortages);
    }

    private static List<Check> planChecks(List<Shortage> shortages) {
        if (shortages.isEmpty()) return List.of(Check.ok("convert.fits"));
        return shortages.stream()
                .map(it -> Check.blocked(Refusal.limit("convert.does-not-fit", it.key(), it.needed(), it.offered())))
                .toList();
    }

    public boolean fits() {
        return shortages.isEmpty();
    }

    /// The first way out: this one reseller holds what his subscriptions need, and is locked against his plan.
    public Allowance raised() {
        var limits = allowance.limits();
        for (var shortage : shortages)
            limits = limits.with(shortage.key().name(), shortage.needed().value());
        return allowance.with(limits);
    }

    /// How many customers he may have; -1 is unlimited.
    public Amount customers() {
        return allowance.limits().amount(Catalogue.limit(Catalogue.CUSTOMERS));
    }
}
