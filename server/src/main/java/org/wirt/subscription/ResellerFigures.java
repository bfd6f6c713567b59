package org.wirt.subscription;

import static org.wirt.plan.Limits.UNLIMITED;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Combining;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;

/// Resellers in numbers: what they hold, what of it they have granted, what is used. Call within a scoped transaction.
@Component
public class ResellerFigures {

    /// What a list shows of a reseller.
    ///
    /// @param plan empty: Custom
    /// @param sync locked, where he holds something else than his plan says
    /// @param diskLimit -1 is unlimited, likewise of traffic
    public record Line(
            Optional<String> plan,
            Subscription.Sync sync,
            int customers,
            int subscriptions,
            long disk,
            long diskLimit,
            long traffic,
            long trafficLimit) {}

    /// What a reseller holds.
    ///
    /// @param granted the sum of the allotments below him, his own included; -1 where one is unlimited
    public record Holds(
            Optional<Long> planId,
            Optional<String> plan,
            Subscription.Sync sync,
            Limits limits,
            Permissions permissions,
            Apps apps,
            Overuse overuse,
            boolean oversell,
            Optional<Instant> expiry,
            Limits granted,
            Usage used,
            int customers) {}

    private final DSLContext database;

    ResellerFigures(DSLContext database) {
        this.database = database;
    }

    public Map<Long, Line> lines(Collection<Long> ids) {
        var lines = new HashMap<Long, Line>();
        if (ids.isEmpty()) return lines;
        database.resultQuery(
                        "select r.account_id, r.plan_id, r.locked, p.name, r.limits, "
                                + "(select count(*) from wirt.account c where c.provider_id = r.account_id and not c.removed) customers, "
                                + "s.subscriptions, s.disk, s.traffic from wirt.reseller r left join wirt.plan p on p.id = r.plan_id "
                                + "left join lateral (select count(*) subscriptions, coalesce(sum(disk_used), 0) disk, coalesce(sum(traffic_used), 0) traffic "
                                + "from wirt.subscription s where s.reseller_id = r.account_id) s on true where r.account_id = any(?)",
                        (Object) ids.toArray(Long[]::new))
                .forEach(r -> lines.put(r.get("account_id", Long.class), line(r)));
        return lines;
    }

    private static Line line(Record r) {
        var limits = Limits.of(r.get("limits", JSONB.class).data());
        return new Line(
                Optional.ofNullable(r.get("name", String.class)),
                sync(r),
                r.get("customers", Integer.class),
                r.get("subscriptions", Integer.class),
                r.get("disk", Long.class),
                limits.get(Catalogue.DISK_SPACE),
                r.get("traffic", Long.class),
                limits.get(Catalogue.TRAFFIC));
    }

    private static Subscription.Sync sync(Record r) {
        if (r.get("plan_id") == null) return Subscription.Sync.CUSTOM;
        return r.get("locked", Boolean.class) ? Subscription.Sync.LOCKED : Subscription.Sync.SYNCED;
    }

    public Optional<Holds> holds(long reseller) {
        return database.resultQuery(
                        "select r.*, p.name plan_name from wirt.reseller r left join wirt.plan p on p.id = r.plan_id where r.account_id = ?",
                        reseller)
                .fetchOptional(r -> holds(reseller, r));
    }

    private Holds holds(long reseller, Record r) {
        var limits = Limits.of(r.get("limits", JSONB.class).data());
        var customers = customers(reseller);
        return new Holds(
                Optional.ofNullable(r.get("plan_id", Long.class)),
                Optional.ofNullable(r.get("plan_name", String.class)),
                sync(r),
                limits,
                Permissions.of(r.get("permissions", JSONB.class).data()),
                Apps.of(r.get("apps", String[].class)),
                Overuse.valueOf(r.get("overuse", String.class)),
                r.get("oversell", Boolean.class),
                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                granted(reseller, limits),
                used(reseller, customers),
                customers);
    }

    private int customers(long reseller) {
        return database.fetchSingle(
                        "select count(*) customers from wirt.account where provider_id = ? and not removed", reseller)
                .get("customers", Integer.class);
    }

    /// Only what adds up can be granted away; a subscription that does not name a limit has it unlimited.
    private Limits granted(long reseller, Limits limits) {
        var granted = new TreeMap<String, Long>();
        for (var key : limits.finite()) if (key.combining() == Combining.SUM) granted.put(key.name(), 0L);
        database.resultQuery(
                        "select k key, bool_or(v < 0) unlimited, least(sum(greatest(v, 0)), 9223372036854775807)::bigint sum from wirt.subscription s, unnest(cast(? as text[])) k, "
                                + "lateral (select coalesce(cast(s.limits ->> k as bigint), -1) v) n where s.reseller_id = ? group by k",
                        granted.keySet().toArray(String[]::new),
                        reseller)
                .forEach(r -> granted.put(
                        r.get("key", String.class),
                        r.get("unlimited", Boolean.class) ? UNLIMITED : r.get("sum", Long.class)));
        return new Limits(granted);
    }

    private Usage used(long reseller, int customers) {
        var row = database.fetchSingle(
                "select (select coalesce(sum(disk_used), 0) from wirt.subscription where reseller_id = ?) disk, "
                        + "(select coalesce(sum(traffic_used), 0) from wirt.subscription where reseller_id = ?) traffic, "
                        + "(select count(*) from wirt.site where reseller_id = ?) sites, "
                        + "(select count(*) from wirt.mailbox where reseller_id = ?) mailboxes, "
                        + "(select count(*) from wirt.login where reseller_id = ? and not owner and not released) users",
                reseller,
                reseller,
                reseller,
                reseller,
                reseller);
        return Usage.of(row.get("disk", Long.class), row.get("traffic", Long.class))
                .plus(new Usage(Map.of(
                        Catalogue.DOMAINS, row.get("sites", Long.class),
                        Catalogue.MAILBOXES, row.get("mailboxes", Long.class),
                        Catalogue.USERS, row.get("users", Long.class),
                        Catalogue.CUSTOMERS, (long) customers)));
    }
}
