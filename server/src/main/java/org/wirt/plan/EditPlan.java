package org.wirt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.PlanName;
import org.wirt.value.Refusal;

/// Changes what a plan says. Every subscription that follows it has the new values with the same commit; those that are
/// locked or bound to no plan keep theirs.
@Verb(name = "plan.change", from = Level.RESELLER)
class EditPlan implements Operation<Plan, PlanInput> {

    private final DSLContext database;

    EditPlan(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Plan plan, PlanInput input, Caller caller) {
        if (input.version().filter(v -> v != plan.changed()).isPresent())
            return Verdict.refused(Refusal.state("changed-meanwhile"));
        var terms = input.over(plan);
        var unknown = input.terms()
                .unknown(plan.kind(), plan.terms().limits(), plan.terms().permissions());
        if (!unknown.isEmpty()) return Verdict.of(unknown);
        if (terms.equals(plan.terms()) && plan.name().equals(input.name().text())) return Verdict.unchanged();
        var refusals = new ArrayList<Refusal>(taken(plan, input.name()).stream().toList());
        refusals.addAll(plan.ceiling().refusals(terms));
        return Verdict.of(refusals);
    }

    @Override
    public List<Refusal> alsoWrong(Plan plan, Map<String, List<String>> parameters, Caller caller) {
        return Inputs.field(PlanName.class, "name", parameters).flatMap(name -> taken(plan, name)).stream()
                .toList();
    }

    private static Optional<Refusal> taken(Plan plan, PlanName name) {
        return plan.isTaken(name.text())
                ? Optional.of(Refusal.invalid("name", "plan.name-taken", name.text()))
                : Optional.empty();
    }

    @Override
    public List<Change> apply(List<Plan> plans, PlanInput input, Caller caller, Job job) {
        return plans.stream().map(plan -> change(plan, input)).toList();
    }

    private Change change(Plan plan, PlanInput input) {
        var terms = input.over(plan);
        database.execute(
                "update wirt.plan set name = ?, limits = cast(? as jsonb), permissions = cast(? as jsonb), apps = cast(? as text[]), "
                        + "validity_days = cast(? as integer), overuse = ?, oversell = ?, changed = changed + 1 where id = ?",
                input.name().text(),
                terms.limits().json(),
                terms.permissions().json(),
                terms.apps().column(),
                terms.validityDays().orElse(null),
                terms.overuse().name(),
                terms.oversell(),
                plan.id());
        var after = terms.facts();
        after.put("name", input.name().text());
        var difference = Terms.difference(plan.facts(), after);
        return new Change(plan.id(), difference.getFirst(), difference.getLast());
    }
}
