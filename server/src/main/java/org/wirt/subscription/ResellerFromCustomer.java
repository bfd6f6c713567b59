package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
/// @param shortages     what his subscriptions need more than he would hold
/// @param ways          what could be done if the reseller plan is too small; empty: nothing needs to
/// @param subscriptions what each of them holds then, in the same order
public record ResellerFromCustomer(
        Allowance allowance,
        List<Check> checks,
        List<Shortage> shortages,
        List<WayOut> ways,
        List<Allowance> subscriptions) {

    public ResellerFromCustomer {
        checks = List.copyOf(checks);
        shortages = List.copyOf(shortages);
        ways = List.copyOf(ways);
        subscriptions = List.copyOf(subscriptions);
    }

    /// Bound to no plan: the whole of what his subscriptions hold. Overselling is off.
    public static ResellerFromCustomer custom(List<Holding> subscriptions) {
        var allowance = Allowance.united(Holding.allowances(subscriptions));
        return plain(allowance, List.of(customCheck(allowance.limits(), subscriptions)), subscriptions);
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
        return byPlan(plan, oversell, subscriptions, Optional.empty());
    }

    /// @param way what is done where the plan is too small
    static ResellerFromCustomer byPlan(
            Allowance plan, boolean oversell, List<Holding> subscriptions, Optional<WayOut> way) {
        var shortages = shortages(plan, oversell, subscriptions);
        var ways = WayOut.where(!shortages.isEmpty(), !oversell);
        var chosen = way.filter(ways::contains);
        var then = chosen.isEmpty()
                ? plain(plan, planChecks(shortages), subscriptions).lacking(shortages)
                : chosen.get() == WayOut.RAISE ? raised(plan, shortages, subscriptions) : cut(plan, subscriptions);
        return then.offering(ways);
    }

    /// This one reseller holds what his subscriptions need.
    private static ResellerFromCustomer raised(Allowance plan, List<Shortage> shortages, List<Holding> subscriptions) {
        var raise = RaiseToFit.by(shortages, plan.limits());
        return plain(plan.with(raise.limits()), raise.said(), subscriptions);
    }

    /// His subscriptions hold only what the plan offers; what is in use may still be more.
    private static ResellerFromCustomer cut(Allowance plan, List<Holding> subscriptions) {
        var cut = CutToFit.within(plan.limits(), subscriptions);
        var left = shortages(plan, false, cut);
        var checks = new ArrayList<>(CutToFit.said(subscriptions, cut));
        checks.addAll(planChecks(left));
        return plain(plan, checks, cut).lacking(left);
    }

    private static ResellerFromCustomer plain(Allowance allowance, List<Check> checks, List<Holding> subscriptions) {
        return new ResellerFromCustomer(allowance, checks, List.of(), List.of(), Holding.allowances(subscriptions));
    }

    /// The same with so many customers of his own; -1 is unlimited.
    ResellerFromCustomer with(long customers) {
        var other = allowance.with(allowance.limits().with(Catalogue.CUSTOMERS, customers));
        return new ResellerFromCustomer(other, checks, shortages, ways, subscriptions);
    }

    private ResellerFromCustomer lacking(List<Shortage> other) {
        return new ResellerFromCustomer(allowance, checks, other, ways, subscriptions);
    }

    private ResellerFromCustomer offering(List<WayOut> other) {
        return new ResellerFromCustomer(allowance, checks, shortages, other, subscriptions);
    }

    private static List<Shortage> shortages(Allowance plan, boolean oversell, List<Holding> subscriptions) {
        return oversell
                ? ResellerRoom.shortagesOfUse(plan.limits(), Holding.used(subscriptions))
                : Limits.united(Holding.limits(subscriptions)).shortagesIn(plan.limits());
    }

    private static List<Check> planChecks(List<Shortage> shortages) {
        if (shortages.isEmpty()) return List.of(Check.ok("convert.fits"));
        return shortages.stream()
                .map(it -> Check.blocked(Refusal.limit("convert.does-not-fit", it.key(), it.needed(), it.offered())))
                .toList();
    }

    static ResellerFromCustomer blockedBy(Refusal why, List<Holding> subscriptions) {
        return plain(custom(subscriptions).allowance(), List.of(Check.blocked(why)), subscriptions);
    }

    public boolean fits() {
        return shortages.isEmpty();
    }

    /// How many customers he may have; -1 is unlimited.
    public Amount customers() {
        return allowance.limits().amount(Catalogue.limit(Catalogue.CUSTOMERS));
    }
}
