package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Causes;

/// Subscriptions by number or by owner, in the order of their numbers. Call within a scoped transaction.
@Component
public class Subscriptions {

    private static final String LOAD =
            "select s.id, s.name, s.customer_id, c.contact_name, s.reseller_id, s.plan_id, s.sync, s.limits, s.permissions, s.apps, "
                    + "s.overuse, s.expires_at, s.disk_used, s.traffic_used, s.reasons, s.changed, "
                    + "wirt.causes(c) | coalesce(wirt.causes(r), 0) above, "
                    + "array(select b.add_on_id from wirt.subscription_add_on b where b.subscription_id = s.id order by 1) add_ons, "
                    + "(select count(*) from wirt.site w where w.subscription_id = s.id) sites, "
                    + "(select count(*) from wirt.mailbox m where m.subscription_id = s.id) mailboxes "
                    + "from wirt.subscription s join wirt.account c on c.id = s.customer_id "
                    + "left join wirt.account r on r.id = s.reseller_id and r.id <> c.id ";

    private static final String ORDER = " order by s.id";
    private static final String LOCK = "select from wirt.subscription where id = any(?) order by id for no key update";

    private final DSLContext database;
    private final Clock clock;

    Subscriptions(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Subscription> load(Collection<Long> ids) {
        return fetch("where s.id = any(?)" + ORDER, ids);
    }

    /// What is counted is counted after the wait: a statement that waits still sees what was there before it.
    List<Subscription> lock(Collection<Long> ids) {
        database.execute(LOCK, (Object) ids.toArray(Long[]::new));
        return load(ids);
    }

    /// What these accounts own, without what is in the recycle bin.
    public List<Subscription> of(Collection<Long> accounts) {
        return fetch("where s.customer_id = any(?) and s.reasons & 2048 = 0" + ORDER, accounts);
    }

    /// The first so many of these accounts that would stay dark if only what is above them became active again.
    public List<Subscription> keptDark(Collection<Long> accounts, int most) {
        var now = clock.instant();
        return database.resultQuery(
                        LOAD
                                + "where s.customer_id = any(?) and s.reasons & 2048 = 0 and wirt.causes(c) | coalesce(wirt.causes(r), 0) <> 0 "
                                + "and (s.reasons <> 0 or s.expires_at <= cast(? as timestamptz))" + ORDER + " limit ?",
                        accounts.toArray(Long[]::new),
                        now.toString(),
                        most)
                .fetch(r -> subscription(r, now));
    }

    private List<Subscription> fetch(String which, Collection<Long> ids) {
        var now = clock.instant();
        // For one, a statement that is planned once: a list is planned anew each time, for its length.
        var query = ids.size() == 1
                ? database.resultQuery(
                        LOAD + which.replace("= any(?)", "= ?"), ids.iterator().next())
                : database.resultQuery(LOAD + which, (Object) ids.toArray(Long[]::new));
        return query.fetch(r -> subscription(r, now));
    }

    private static Subscription subscription(Record r, Instant now) {
        var expires =
                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new Subscription(
                r.get("id", Long.class),
                r.get("name", String.class),
                r.get("customer_id", Long.class),
                r.get("contact_name", String.class),
                r.get("reseller_id", Long.class),
                Optional.ofNullable(r.get("plan_id", Long.class)),
                List.of(r.get("add_ons", Long[].class)),
                Subscription.Sync.valueOf(r.get("sync", String.class)),
                new Allowance(
                        Limits.of(r.get("limits", JSONB.class).data()),
                        Permissions.of(r.get("permissions", JSONB.class).data()),
                        Apps.of(r.get("apps", String[].class)),
                        Overuse.valueOf(r.get("overuse", String.class)),
                        expires),
                usage(r),
                new Causes(r.get("reasons", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                expires.filter(e -> !e.isAfter(now)).isPresent(),
                r.get("changed", Integer.class));
    }

    private static Usage usage(Record r) {
        return new Usage(Map.of(
                Catalogue.DISK_SPACE,
                r.get("disk_used", Long.class),
                Catalogue.TRAFFIC,
                r.get("traffic_used", Long.class),
                Catalogue.DOMAINS,
                r.get("sites", Long.class),
                Catalogue.MAILBOXES,
                r.get("mailboxes", Long.class)));
    }
}
