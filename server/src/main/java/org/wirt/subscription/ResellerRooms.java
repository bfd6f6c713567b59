package org.wirt.subscription;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Refusal;

/// How much room resellers have, counted over everything below them. Call within a scoped transaction.
@Component
public class ResellerRooms {

    private static final String HELD = "select r.limits, r.permissions, r.apps, r.oversell, wirt.causes(a) = 0 active, "
            + "(select count(*) from wirt.account c where c.provider_id = a.id and not c.removed) customers "
            + "from wirt.reseller r join wirt.account a on a.id = r.account_id where r.account_id = ?";

    private static final String BELOW =
            "from wirt.subscription s join wirt.account c on c.id = s.customer_id where s.reseller_id = ? "
                    + "and (s.reasons | c.reasons) & 2048 = 0 and not s.id = any(?)";

    private static final String GRANTED =
            "select k.key, case when bool_or(coalesce(cast(s.limits->>k.key as bigint), -1) = -1) then -1 "
                    + "else least(sum(cast(s.limits->>k.key as numeric)), 9223372036854775807) end amount "
                    + BELOW.replace(
                            "from wirt.subscription s",
                            "from unnest(cast(? as text[])) k (key) cross join wirt.subscription s")
                    + " group by k.key";

    private static final String USED =
            "select coalesce(sum(s.disk_used), 0) disk, coalesce(sum(s.traffic_used), 0) traffic, "
                    + "coalesce(sum((select count(*) from wirt.site w where w.subscription_id = s.id)), 0) sites, "
                    + "coalesce(sum((select count(*) from wirt.mailbox m where m.subscription_id = s.id)), 0) mailboxes ";

    private final DSLContext database;

    ResellerRooms(DSLContext database) {
        this.database = database;
    }

    public ResellerRoom of(long account) {
        return without(account, List.of());
    }

    /// The room there would be without these subscriptions, e.g. because they are about to get other values.
    ResellerRoom without(long account, Collection<Long> subscriptions) {
        if (account == Scope.ADMINISTRATOR) return ResellerRoom.administrator();
        var gone = subscriptions.toArray(Long[]::new);
        return database.resultQuery(HELD, account)
                .fetchOptional(r -> room(account, r, gone))
                // An account that holds nothing has room for nothing.
                .orElseGet(() -> nothing(account));
    }

    /// Why some of these cannot hold something else from now on, by their numbers. Those of one realm draw on the same
    /// room, in their order: who comes first is served first.
    ///
    /// @param wanted by each of them
    Map<Long, Refusal> refusalsInTurn(List<Subscription> subscriptions, List<Bound> wanted) {
        var limits = wanted.stream()
                .collect(Collectors.toMap(
                        Bound::subscription, bound -> bound.values().limits()));
        var refused = new HashMap<Long, Refusal>();
        var byRealm = subscriptions.stream().collect(Collectors.groupingBy(Subscription::resellerId));
        byRealm.forEach((realm, some) -> {
            var ids = some.stream().map(Subscription::id).toList();
            var refusals = without(realm, ids)
                    .refusalsInTurn(
                            some.stream().map(s -> s.allowance().limits()).toList(),
                            ids.stream().map(limits::get).toList());
            for (int i = 0; i < ids.size(); i++) {
                long id = ids.get(i);
                refusals.get(i).ifPresent(refusal -> refused.put(id, refusal));
            }
        });
        return refused;
    }

    /// What he holds himself.
    Allowance held(long account) {
        return database.resultQuery(
                        "select limits, permissions, apps, overuse, expires_at from wirt.reseller where account_id = ?",
                        account)
                .fetchOptional(r -> new Allowance(
                        Limits.of(r.get("limits", JSONB.class).data()),
                        Permissions.of(r.get("permissions", JSONB.class).data()),
                        Apps.of(r.get("apps", String[].class)),
                        Overuse.valueOf(r.get("overuse", String.class)),
                        Optional.ofNullable(r.get("expires_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .orElseGet(() -> new Allowance(
                        Limits.NONE, Permissions.NONE, Apps.none(), Overuse.NOT_ALLOWED, Optional.empty()));
    }

    private ResellerRoom room(long account, Record r, Long[] gone) {
        var limits = Limits.of(r.get("limits", JSONB.class).data());
        boolean oversell = r.get("oversell", Boolean.class);
        return new ResellerRoom(
                account,
                r.get("active", Boolean.class),
                limits,
                granted(account, limits, gone),
                oversell ? used(account, gone) : Usage.NONE,
                oversell,
                r.get("customers", Long.class),
                Permissions.of(r.get("permissions", JSONB.class).data()),
                Apps.of(r.get("apps", String[].class)));
    }

    private static ResellerRoom nothing(long account) {
        return new ResellerRoom(
                account,
                true,
                Limits.NONE.with(Catalogue.CUSTOMERS, 0),
                Limits.NONE,
                Usage.NONE,
                false,
                0,
                Permissions.NONE,
                Apps.none());
    }

    private Limits granted(long account, Limits limits, Long[] gone) {
        var keys = limits.finite().stream().map(LimitKey::name).toArray(String[]::new);
        var granted = new TreeMap<String, Long>();
        for (var key : keys) granted.put(key, 0L);
        database.resultQuery(GRANTED, keys, account, gone)
                .forEach(r -> granted.put(r.get("key", String.class), r.get("amount", Long.class)));
        return new Limits(granted);
    }

    private Usage used(long account, Long[] gone) {
        var r = database.resultQuery(USED + BELOW, account, gone).fetchSingle();
        return new Usage(Map.of(
                Catalogue.DISK_SPACE,
                r.get("disk", Long.class),
                Catalogue.TRAFFIC,
                r.get("traffic", Long.class),
                Catalogue.DOMAINS,
                r.get("sites", Long.class),
                Catalogue.MAILBOXES,
                r.get("mailboxes", Long.class)));
    }
}
