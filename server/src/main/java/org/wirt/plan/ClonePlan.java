package org.wirt.plan;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Makes a second plan that says the same, to change it from there.
@Verb(name = "plan.clone", from = Level.RESELLER)
class ClonePlan implements Operation<Plan, ClonePlan.Input> {

    private static final int LONGEST = 94;

    record Input() {}

    private final DSLContext database;

    ClonePlan(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Plan plan, Input input, Caller caller) {
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Plan> plans, Input input, Caller caller, Job job) {
        return plans.stream()
                .map(plan -> {
                    var name = free(plan);
                    long made = CreatePlan.insert(
                            database, plan.kind(), plan.accountId(), plan.resellerId(), name, plan.terms());
                    return new Change(plan.id(), Map.of(), Map.of("name", name)).making(made, name);
                })
                .toList();
    }

    /// The name with the first number behind it that no other plan has.
    private static String free(Plan plan) {
        var start = plan.name().substring(0, Math.min(LONGEST, plan.name().length()));
        for (int n = 2; ; n++) {
            var name = start + " (" + n + ")";
            if (!plan.isTaken(name)) return name;
        }
    }
}
