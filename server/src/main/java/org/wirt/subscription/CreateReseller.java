package org.wirt.subscription;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.NewAccounts;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.subscription.Plans.Kind;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Makes a reseller with his login. He holds what a reseller plan says, or, bound to none, everything without limit;
/// API and overselling are off until somebody switches them on.
@Verb(name = "reseller.create", from = Level.ADMINISTRATOR)
class CreateReseller implements Operation<Provider, CreateReseller.Input> {

    /// @param plan a reseller plan; absent: none (Custom)
    record Input(NewAccountFields account, Optional<Long> plan) {}

    private final NewAccounts accounts;
    private final AccountRules rules;
    private final Plans plans;
    private final ResellerRows rows;
    private final Clock clock;

    CreateReseller(NewAccounts accounts, AccountRules rules, Plans plans, ResellerRows rows, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.plans = plans;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Provider provider, Input input, Caller caller) {
        if (provider.id() != Scope.ADMINISTRATOR) return Verdict.refused(Refusal.notFound());
        var refusals = new ArrayList<Refusal>(rules.refusals(input.account.wanted(Level.RESELLER), provider.id()));
        if (input.plan().isPresent() && plan(input).isEmpty()) {
            refusals.add(Refusal.invalid("plan", "plan-of-other-provider"));
        }
        return Verdict.of(refusals);
    }

    @Override
    public List<Refusal> alsoWrong(Provider provider, Map<String, List<String>> parameters, Caller caller) {
        return rules.names(parameters, provider.id());
    }

    private Optional<Plan> plan(Input input) {
        return input.plan().flatMap(plans::find).filter(p -> p.kind() == Kind.RESELLER);
    }

    @Override
    public List<Change> apply(List<Provider> providers, Input input, Caller caller, Job job) {
        return providers.stream()
                .map(p -> {
                    long id = accounts.add(input.account.wanted(Level.RESELLER), p.id(), caller);
                    var plan = plan(input);
                    rows.add(List.of(new ResellerRows.Row(
                            id,
                            plan.map(Plan::id),
                            plan.map(this::from).orElseGet(CreateReseller::everything),
                            plan.filter(Plan::oversell).isPresent(),
                            false)));
                    return new Change(
                                    p.id(),
                                    Map.of(),
                                    Map.of(
                                            "reseller",
                                            id,
                                            "username",
                                            input.account.login().name().text()))
                            .makingAccount(id, input.account.contactName().text(), id);
                })
                .toList();
    }

    /// What the plan says, and as long as it says, from now on.
    private Allowance from(Plan plan) {
        return plan.allowance().until(plan.validity().map(clock.instant()::plus));
    }

    private static Allowance everything() {
        var permissions = Permissions.NONE;
        for (var key : Catalogue.permissions()) permissions = permissions.with(key.name(), true);
        return new Allowance(
                Limits.NONE,
                permissions.with(Catalogue.REMOTE_API, false).with(Catalogue.OVERSELL, false),
                Apps.all(),
                Overuse.NOT_ALLOWED,
                Optional.empty());
    }
}
