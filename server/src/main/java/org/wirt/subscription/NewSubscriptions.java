package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.operation.Inputs;
import org.wirt.plan.Allowance;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.Plans.Kind;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.SystemUserName;

/// Makes subscriptions, for new customers and for those who are there already. Call within a scoped transaction.
@Component
class NewSubscriptions {

    private final DSLContext database;
    private final Plans plans;
    private final SubscriptionStep hosting;
    private final Clock clock;

    NewSubscriptions(DSLContext database, Plans plans, SubscriptionStep hosting, Clock clock) {
        this.database = database;
        this.plans = plans;
        this.hosting = hosting;
        this.clock = clock;
    }

    /// Everything that stands against it.
    ///
    /// @param provider in whose realm it will lie
    List<Refusal> refusals(NewSubscription wanted, ResellerRoom provider) {
        var refusals = new ArrayList<Refusal>();
        if (!provider.allows(Catalogue.CREATE_SUBSCRIPTIONS)) {
            refusals.add(Refusal.notPermitted("create-subscriptions"));
        }
        refusals.addAll(names(
                Optional.of(wanted.domain()), Optional.of(wanted.systemUser()), wanted.password(), provider.account()));
        var plan = wanted.plan().flatMap(plans::find);
        if (wanted.plan().isPresent()
                && !plan.filter(p -> isOf(p, provider.account())).isPresent()) {
            refusals.add(Refusal.invalid("plan", "plan-of-other-provider"));
            return refusals;
        }
        var usual = values(plan, provider.account());
        refusals.addAll(wanted.own().unknown(usual));
        refusals.addAll(provider.refusalsOf(wanted.own().permission()));
        try {
            refusals.addAll(provider.refusalsOf(wanted.own().over(usual).limits()));
        } catch (InvalidValue e) {
            refusals.add(e.in("limit"));
        }
        return refusals;
    }

    /// What it starts with, before it is given anything of its own.
    private Allowance values(Optional<Plan> plan, long provider) {
        return plan.map(Plan::allowance).orElseGet(() -> plans.usual(provider));
    }

    /// What stands against its names and password, as far as a form could be read.
    List<Refusal> names(Optional<DomainName> domain, Optional<SystemUserName> user, String password, long provider) {
        var refusals = new ArrayList<Refusal>();
        domain.flatMap(d -> hosting.refusal(d, provider)).ifPresent(refusals::add);
        if (user.filter(u -> hosting.isTaken(u, provider)).isPresent()) {
            refusals.add(Refusal.invalid("systemUser", "system-user-taken"));
        }
        PasswordStrength.checkForServices(password)
                .or(() -> PasswordStrength.USUAL.check(password))
                .ifPresent(r -> refusals.add(
                        Refusal.invalid("systemUserPassword", r.code(), r.gaps().toArray())));
        return refusals;
    }

    /// The same of the fields as they came in.
    List<Refusal> names(Map<String, List<String>> parameters, long provider) {
        return names(
                Inputs.field(DomainName.class, "domain", parameters),
                Inputs.field(SystemUserName.class, "systemUser", parameters),
                Inputs.text("systemUserPassword", parameters),
                provider);
    }

    static boolean isOf(Plan plan, long owner) {
        return plan.kind() == Kind.HOSTING && plan.owner() == owner;
    }

    /// @return its number
    long make(NewSubscription wanted, long customer, long reseller) {
        var plan = wanted.plan().flatMap(plans::find);
        var usual = values(plan, reseller);
        var values = wanted.own().over(usual);
        var bound = values.equals(usual) ? Subscription.Sync.SYNCED : Subscription.Sync.LOCKED;
        var sync = plan.isPresent() ? bound : Subscription.Sync.CUSTOM;
        var ends = plan.flatMap(Plan::validity).map(clock.instant()::plus);
        int uid = database.resultQuery("select nextval('wirt.unix_uid')").fetchSingle(r -> r.get(0, Integer.class));
        var place = hosting.placeFor(uid);
        long id = insert(wanted, customer, reseller, uid, place, sync, values, ends);
        hosting.made(
                new SubscriptionStep.Made(id, customer, reseller, place, wanted.domain(), wanted.systemUser()),
                wanted.password(),
                reseller);
        return id;
    }

    private long insert(
            NewSubscription wanted,
            long customer,
            long reseller,
            int uid,
            SubscriptionStep.Place place,
            Subscription.Sync sync,
            Allowance values,
            Optional<Instant> ends) {
        return database.resultQuery(
                        "insert into wirt.subscription (customer_id, reseller_id, name, plan_id, sync, limits, permissions, apps, overuse, "
                                + "unix_uid, node_id, home, expires_at) values (?, ?, ?, cast(? as bigint), ?, cast(? as jsonb), cast(? as jsonb), "
                                + "cast(? as text[]), ?, ?, ?, ?, cast(? as timestamptz)) returning id",
                        customer,
                        reseller,
                        wanted.domain().ascii(),
                        wanted.plan().orElse(null),
                        sync.name(),
                        values.limits().json(),
                        values.permissions().json(),
                        values.apps().column(),
                        values.overuse().name(),
                        uid,
                        place.node(),
                        place.home(),
                        ends.map(Instant::toString).orElse(null))
                .fetchSingle(r -> r.get(0, Long.class));
    }
}
