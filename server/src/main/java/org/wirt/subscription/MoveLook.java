package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import org.wirt.plan.Allowance;
import org.wirt.plan.Amount;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Permissions;
import org.wirt.plan.Shortage;
import org.wirt.value.Refusal;
import org.wirt.value.Spoken;

/// One look at a move: what each subscription would hold, and what is in the way of it.
record MoveLook(Mover customer, ResellerRoom target, boolean byPlan, boolean goesDark) {

    MoveChecks at(List<Holding> planned) {
        var shared = target.oversell() ? planned : shared(planned, target);
        var checks = new ArrayList<Check>();
        checks.add(provider(customer, target, goesDark));
        checks.add(customers(target));
        checks.addAll(target.oversell() ? usage(shared, target) : allotments(shared, target));
        checks.add(permissions(shared, target));
        checks.add(apps(shared, target));
        checks.addAll(unlimited(planned, shared));
        if (byPlan) checks.addAll(aboveLimits(shared));
        return new MoveChecks(
                checks, shared.stream().map(it -> held(it, target)).toList(), ways(shared), target.limits());
    }

    /// Cutting helps only where allotments count, and where nothing but allotments is short.
    private List<WayOut> ways(List<Holding> shared) {
        boolean full = target.refusalOfCustomer().isPresent();
        return WayOut.where(full || !shortages(shared).isEmpty(), !full && !target.oversell());
    }

    private List<Shortage> shortages(List<Holding> shared) {
        return target.oversell()
                ? target.shortagesOfUse(Holding.used(shared))
                : Limits.united(Holding.limits(shared)).shortagesIn(target.free());
    }

    /// He holds as much more as is missing.
    MoveChecks raised(List<Holding> planned) {
        var shared = target.oversell() ? planned : shared(planned, target);
        var raise = RaiseToFit.by(shortages(shared), target.limits());
        if (target.refusalOfCustomer().isPresent())
            raise = raise.to(Catalogue.limit(Catalogue.CUSTOMERS), target.customers() + 1);
        return new MoveLook(customer, target.holding(raise.limits()), byPlan, goesDark)
                .at(planned)
                .with(raise.said(), at(planned).ways());
    }

    /// His subscriptions hold only what there is.
    MoveChecks cut(List<Holding> planned) {
        var shared = shared(planned, target);
        var cut = CutToFit.within(target.free(), shared);
        return at(cut).with(CutToFit.said(shared, cut), at(planned).ways());
    }

    private static List<Holding> shared(List<Holding> planned, ResellerRoom target) {
        var limits = SharesOfUnlimited.within(target.free(), planned);
        var shared = new ArrayList<Holding>();
        for (int i = 0; i < planned.size(); i++) {
            var holding = planned.get(i);
            shared.add(holding.with(holding.allowance().with(limits.get(i))));
        }
        return shared;
    }

    private static Allowance held(Holding holding, ResellerRoom target) {
        var allowance = holding.allowance();
        return allowance
                .with(allowance.permissions().within(target::allows))
                .with(allowance.apps().within(target.apps()));
    }

    private static Check provider(Mover customer, ResellerRoom target, boolean goesDark) {
        if (customer.provider() == target.account()) return Check.blocked(Refusal.state("move.same-provider"));
        if (target.active()) return Check.ok("move.provider");
        return goesDark ? Check.warning("move.goes-dark") : Check.blocked(Refusal.state("move.target-suspended"));
    }

    private static Check customers(ResellerRoom target) {
        return target.refusalOfCustomer().map(Check::blocked).orElseGet(() -> Check.ok("move.customers"));
    }

    private static List<Check> allotments(List<Holding> shared, ResellerRoom target) {
        var needed = Limits.united(Holding.limits(shared));
        return fit("move.allotments", "move.does-not-fit", needed.shortagesIn(target.free()));
    }

    private static List<Check> usage(List<Holding> shared, ResellerRoom target) {
        return fit("move.usage", "move.usage-does-not-fit", target.shortagesOfUse(Holding.used(shared)));
    }

    private static List<Check> fit(String ok, String blocked, List<Shortage> shortages) {
        if (shortages.isEmpty()) return List.of(Check.ok(ok));
        return shortages.stream()
                .map(it -> Check.blocked(Refusal.limit(blocked, it.key(), it.needed(), it.offered())))
                .toList();
    }

    private static Check permissions(List<Holding> shared, ResellerRoom target) {
        var off = Permissions.united(Holding.allowances(shared).stream()
                        .map(Allowance::permissions)
                        .toList())
                .beyond(target::allows);
        return off.isEmpty()
                ? Check.ok("move.permissions")
                : Check.warning("move.permissions-off", off.size(), Spoken.list(off));
    }

    private static Check apps(List<Holding> shared, ResellerRoom target) {
        var mine = Apps.united(
                Holding.allowances(shared).stream().map(Allowance::apps).toList());
        if (mine.areWithin(target.apps())) return Check.ok("move.apps");
        var left = ((Apps.Named) mine.within(target.apps())).sorted();
        return Check.warning("move.apps-limited", left.size(), String.join(", ", left));
    }

    private static List<Check> unlimited(List<Holding> planned, List<Holding> shared) {
        var checks = new ArrayList<Check>();
        for (int i = 0; i < planned.size(); i++) {
            var before = planned.get(i).allowance().limits();
            var after = shared.get(i).allowance().limits();
            var name = shared.get(i).name();
            after.finite().stream()
                    .filter(before::isUnlimited)
                    .forEach(key -> checks.add(Check.warning("move.unlimited", name, key, after.amount(key))));
        }
        return checks;
    }

    private static List<Check> aboveLimits(List<Holding> shared) {
        var checks = new ArrayList<Check>();
        for (var holding : shared) {
            var limits = holding.allowance().limits();
            holding.used().values().keySet().stream()
                    .map(Catalogue::limit)
                    .filter(key -> !limits.isUnlimited(key) && holding.used().of(key) > limits.of(key))
                    .forEach(key -> checks.add(Check.warning(
                            "move.above-limit",
                            holding.name(),
                            key,
                            new Amount(key, holding.used().of(key)),
                            limits.amount(key))));
        }
        return checks;
    }
}
