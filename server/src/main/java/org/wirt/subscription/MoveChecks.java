package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirt.operation.Verdict;
import org.wirt.plan.Allowance;
import org.wirt.plan.Limits;
import org.wirt.value.Refusal;

/// What is looked at before a customer moves to another provider, and what his subscriptions would hold there.
///
/// @param allowances one for each subscription, in the same order
/// @param ways       what could be done if there is not enough room; empty: nothing needs to
/// @param held       what the new provider holds then; more than before where he is raised
public record MoveChecks(List<Check> checks, List<Allowance> allowances, List<WayOut> ways, Limits held) {

    public MoveChecks {
        checks = List.copyOf(checks);
        allowances = List.copyOf(allowances);
        ways = List.copyOf(ways);
    }

    /// @param plan     the new provider's plan all subscriptions are bound to; empty: they keep their values (Custom)
    /// @param goesDark somebody agreed that the customer goes dark below a suspended provider
    public static MoveChecks of(Mover customer, ResellerRoom target, Optional<Allowance> plan, boolean goesDark) {
        return of(customer, target, plan, goesDark, Optional.empty());
    }

    /// @param way what is done where the room is too small
    public static MoveChecks of(
            Mover customer, ResellerRoom target, Optional<Allowance> plan, boolean goesDark, Optional<WayOut> way) {
        var planned = customer.subscriptions().stream()
                .map(holding -> plan.map(holding::with).orElse(holding))
                .toList();
        var look = new MoveLook(customer, target, plan.isPresent(), goesDark);
        var plain = look.at(planned);
        return way.filter(plain.ways::contains)
                .map(chosen -> chosen == WayOut.RAISE ? look.raised(planned) : look.cut(planned))
                .orElse(plain);
    }

    MoveChecks with(List<Check> more, List<WayOut> offered) {
        var all = new ArrayList<Check>(checks);
        all.addAll(more);
        return new MoveChecks(all, allowances, offered, held);
    }

    static MoveChecks blockedBy(Refusal why, List<Allowance> allowances, Limits held) {
        return new MoveChecks(List.of(Check.blocked(why)), allowances, List.of(), held);
    }

    public boolean isBlocked() {
        return checks.stream().anyMatch(Check.Blocked.class::isInstance);
    }

    public List<Refusal> refusals() {
        return checks.stream()
                .filter(Check.Blocked.class::isInstance)
                .map(check -> ((Check.Blocked) check).why())
                .toList();
    }

    Verdict verdict() {
        return Check.verdict(checks);
    }

    public List<Check.Warning> warnings() {
        return checks.stream()
                .filter(Check.Warning.class::isInstance)
                .map(Check.Warning.class::cast)
                .toList();
    }
}
