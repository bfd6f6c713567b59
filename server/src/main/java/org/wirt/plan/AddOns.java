package org.wirt.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;

/// What is offered beside plans. Call within a scoped transaction.
@Component
public class AddOns {

    /// An add-on plan. Limits that it does not name it does not raise.
    ///
    /// @param owner whose it is; only subscriptions in his realm can be bound to it
    public record AddOn(long id, UUID guid, long owner, String name, Limits limits, Permissions permissions) {

        public Called called() {
            return new Called(id, name);
        }

        /// This allowance, and what the add-on gives beside it.
        public Allowance over(Allowance held) {
            return held.plus(new Allowance(limits, permissions, Apps.none(), held.overuse(), Optional.empty()));
        }
    }

    /// All that a customer hears of one.
    public record Called(long id, String name) {}

    private static final String READ = "select id, guid, account_id, name, limits, permissions from wirt.add_on ";

    private final DSLContext database;
    private final PlanList plans;

    AddOns(DSLContext database, PlanList plans) {
        this.database = database;
        this.plans = plans;
    }

    /// Why its owner cannot offer an add-on that gives this: as of a plan, it is more than he holds. Empty: he can.
    public List<Refusal> refusals(long owner, Limits named, Permissions given) {
        return plans.ceiling(owner).refusals(named, given);
    }

    /// Lets it be known, and what it gives hold for whoever follows it, at once.
    public void put(AddOn one) {
        database.execute(
                "insert into wirt.add_on (id, guid, name, account_id, reseller_id, limits, permissions) "
                        + "select ?, ?, ?, a.id, a.reseller_id, cast(? as jsonb), cast(? as jsonb) from wirt.account a where a.id = ? "
                        + "on conflict (id) do update set name = excluded.name, limits = excluded.limits, permissions = excluded.permissions "
                        + "where (add_on.name, add_on.limits, add_on.permissions) is distinct from (excluded.name, excluded.limits, excluded.permissions)",
                one.id(),
                one.guid(),
                one.name(),
                one.limits().json(),
                one.permissions().json(),
                one.owner());
    }

    public Map<Long, AddOn> byId(Collection<Long> ids) {
        return database
                .resultQuery(READ + "where id = any(?)", (Object) ids.toArray(Long[]::new))
                .fetch(AddOns::addOn)
                .stream()
                .collect(Collectors.toMap(AddOn::id, one -> one));
    }

    /// What a provider offers, by name.
    public List<AddOn> offered(long owner) {
        return database.resultQuery(READ + "where account_id = ? order by lower(name), id", owner)
                .fetch(AddOns::addOn);
    }

    /// What a subscription has, by name.
    public List<Called> of(long subscription) {
        return database.resultQuery(
                        "select a.id, a.name from wirt.subscription_add_on b join wirt.add_on a on a.id = b.add_on_id "
                                + "where b.subscription_id = ? order by lower(a.name), a.id",
                        subscription)
                .fetch(r -> new Called(r.get("id", Long.class), r.get("name", String.class)));
    }

    /// How many subscriptions have it, those in the recycle bin counted.
    public int bound(long id) {
        return database.resultQuery("select count(*)::int from wirt.subscription_add_on where add_on_id = ?", id)
                .fetchSingle(r -> r.get(0, Integer.class));
    }

    private static AddOn addOn(Record r) {
        return new AddOn(
                r.get("id", Long.class),
                r.get("guid", UUID.class),
                r.get("account_id", Long.class),
                r.get("name", String.class),
                Limits.of(r.get("limits", JSONB.class).data()),
                Permissions.of(r.get("permissions", JSONB.class).data()));
    }
}
