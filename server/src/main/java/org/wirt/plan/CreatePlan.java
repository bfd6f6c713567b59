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

/// Makes a plan. A reseller makes hosting plans only, and offers nothing that he does not hold.
@Verb(name = "plan.create", from = Level.RESELLER)
class CreatePlan implements Operation<PlanOwner, PlanInput> {

    private final DSLContext database;

    CreatePlan(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(PlanOwner owner, PlanInput input, Caller caller) {
        var kind = input.kind().orElse(Kind.HOSTING);
        if (kind == Kind.RESELLER && caller.level() != Level.ADMINISTRATOR) return Verdict.refused(Refusal.notFound());
        var refusals =
                new ArrayList<Refusal>(taken(owner, kind, input.name()).stream().toList());
        refusals.addAll(input.terms().unknown(kind, Limits.NONE, Permissions.NONE));
        refusals.addAll(owner.ceiling().refusals(input.terms(kind)));
        return Verdict.of(refusals);
    }

    @Override
    public List<Refusal> alsoWrong(PlanOwner owner, Map<String, List<String>> parameters, Caller caller) {
        var kind = Inputs.field(Kind.class, "kind", parameters).orElse(Kind.HOSTING);
        return Inputs.field(PlanName.class, "name", parameters).flatMap(name -> taken(owner, kind, name)).stream()
                .toList();
    }

    private static Optional<Refusal> taken(PlanOwner owner, Kind kind, PlanName name) {
        return owner.isTaken(kind, name.text())
                ? Optional.of(Refusal.invalid("name", "plan.name-taken", name.text()))
                : Optional.empty();
    }

    @Override
    public List<Change> apply(List<PlanOwner> owners, PlanInput input, Caller caller, Job job) {
        var kind = input.kind().orElse(Kind.HOSTING);
        return owners.stream()
                .map(owner -> {
                    var terms = input.terms(kind);
                    long made = insert(
                            database,
                            kind,
                            owner.id(),
                            owner.resellerId(),
                            input.name().text(),
                            terms);
                    var facts = terms.facts();
                    facts.put("name", input.name().text());
                    return new Change(owner.id(), Map.of(), facts)
                            .making(made, input.name().text());
                })
                .toList();
    }

    /// @return its number
    static long insert(DSLContext database, Kind kind, long account, long reseller, String name, Terms terms) {
        return database.resultQuery(
                        "insert into wirt.plan (kind, account_id, reseller_id, name, limits, permissions, apps, validity_days, overuse, oversell) "
                                + "values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as text[]), cast(? as integer), ?, ?) returning id",
                        kind.name(),
                        account,
                        reseller,
                        name,
                        terms.limits().json(),
                        terms.permissions().json(),
                        terms.apps().column(),
                        terms.validityDays().orElse(null),
                        terms.overuse().name(),
                        terms.oversell())
                .fetchSingle(r -> r.get(0, Long.class));
    }
}
