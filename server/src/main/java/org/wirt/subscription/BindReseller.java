package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.subscription.Plans.Kind;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Binds resellers to another reseller plan, or to none: then they keep what they hold. A smaller plan takes nothing
/// away from what a reseller has granted; it bounds what he may grant from now on.
@Verb(name = "reseller.plan", from = Level.ADMINISTRATOR)
class BindReseller implements Undoable<Customer, BindReseller.Input> {

    /// @param plan absent: none (Custom)
    record Input(Optional<Long> plan) {}

    private static final String HELD = "held";
    private static final String PLAN = "plan";

    private final Plans plans;
    private final ResellerRows rows;

    BindReseller(Plans plans, ResellerRows rows) {
        this.plans = plans;
        this.rows = rows;
    }

    @Override
    public Verdict judge(Customer reseller, Input input, Caller caller) {
        if (!reseller.is(Level.RESELLER)) return Verdict.refused(Refusal.notFound());
        if (input.plan().isPresent() && plan(input).isEmpty())
            return Verdict.refused(Refusal.invalid(PLAN, "plan-of-other-provider"));
        var now = rows.plans(List.of(reseller.id())).get(reseller.id());
        return Objects.equals(now, input.plan().orElse(null)) ? Verdict.unchanged() : Verdict.allowed();
    }

    private Optional<Plan> plan(Input input) {
        return input.plan()
                .flatMap(plans::find)
                .filter(p -> p.kind() == Kind.RESELLER && p.owner() == Scope.ADMINISTRATOR);
    }

    @Override
    public List<Change> apply(List<Customer> resellers, Input input, Caller caller, Job job) {
        var ids = resellers.stream().map(Operand::id).toList();
        var before = rows.plans(ids);
        var changes = ids.stream().map(id -> change(id, before.get(id), input)).toList();
        plan(input).ifPresentOrElse(p -> rows.bind(ids, p), () -> rows.unbind(ids));
        return changes;
    }

    private Change change(long id, @Nullable Long plan, Input input) {
        return new Change(
                id,
                Map.of(HELD, rows.remember("reseller", id), PLAN, text(Optional.ofNullable(plan))),
                Map.of(PLAN, text(input.plan())));
    }

    private static String text(Optional<Long> plan) {
        return plan.map(String::valueOf).orElse("");
    }

    @Override
    public Verdict judgeUndo(Customer reseller, Change done, Job undone, Caller caller) {
        var now = text(Optional.ofNullable(rows.plans(List.of(reseller.id())).get(reseller.id())));
        return reseller.is(Level.RESELLER)
                        && now.equals(String.valueOf(done.after().get(PLAN)))
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Customer> resellers, List<Change> done, Job undone, Caller caller) {
        rows.restore(done.stream()
                .map(c -> c.before().get(HELD))
                .flatMap(held -> held instanceof List<?> list ? list.stream() : Stream.empty())
                .toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
