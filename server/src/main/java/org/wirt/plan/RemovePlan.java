package org.wirt.plan;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Removes a plan that nobody has any more.
@Verb(name = "plan.remove", from = Level.RESELLER)
class RemovePlan implements Operation<Plan, RemovePlan.Input> {

    record Input() {}

    private final DSLContext database;

    RemovePlan(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Plan plan, Input input, Caller caller) {
        if (plan.bound() == 0) return Verdict.allowed();
        return Verdict.refused(
                plan.kind() == Kind.HOSTING
                        ? Refusal.state("plan.bound", plan.bound())
                        : Refusal.state("plan.bound-resellers", plan.bound()));
    }

    @Override
    public List<Change> apply(List<Plan> plans, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.plan where id = any(?)", (Object)
                plans.stream().map(Operand::id).toArray(Long[]::new));
        return plans.stream()
                .map(plan -> new Change(plan.id(), plan.facts(), Map.of()))
                .toList();
    }
}
