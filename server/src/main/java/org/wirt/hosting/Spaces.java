package org.wirt.hosting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Causes;

/// Finds subscriptions by number or by owner, without what is in the recycle bin with whomever. Call within a scoped
/// transaction.
@Component
public class Spaces {

    /// More than anybody looks at on one page.
    public static final int MOST = 500;

    private static final String LOAD =
            "select s.id, s.name, s.customer_id, s.reseller_id, s.node_id, s.home, s.limits, "
                    + "wirt.within_realm(s.permissions, s.reseller_id) permissions, s.overuse, s.reasons, s.expires_at, "
                    + "s.disk_used, s.traffic_used, s.used_at, coalesce(wirt.causes(c), 0) | coalesce(wirt.causes(r), 0) above, "
                    + "(select count(*) from wirt.site w where w.subscription_id = s.id) sites, "
                    + "(select count(*) from wirt.ftp_login f where f.subscription_id = s.id and not f.main) ftp_logins, "
                    + "(select count(*) from wirt.mailbox m where m.subscription_id = s.id) mailboxes, "
                    + "(select coalesce(sum(m.quota), 0)::bigint from wirt.mailbox m where m.subscription_id = s.id and m.quota > 0) box_bytes "
                    + "from wirt.subscription_in_place s left join wirt.account c on c.id = s.customer_id "
                    + "left join wirt.account r on r.id = s.reseller_id and r.id <> c.id where ";

    private static final String LOCK = "select from wirt.subscription where id = any(?) order by id for no key update";

    private final DSLContext database;
    private final Clock clock;

    Spaces(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<Space> load(Collection<Long> ids) {
        return fetch("s.id = any(?) order by s.id", ids);
    }

    /// What is counted is counted after the wait: a statement that waits still sees what was there before it.
    List<Space> lock(Collection<Long> ids) {
        database.execute(LOCK, (Object) ids.toArray(Long[]::new));
        return load(ids);
    }

    /// The first so many of an account, by name.
    public List<Space> of(long account) {
        return fetch("s.customer_id = any(?) order by s.name, s.id limit " + MOST, List.of(account));
    }

    Map<Long, Space> byId(Collection<Long> ids) {
        return load(ids).stream().collect(Collectors.toMap(Space::id, s -> s));
    }

    private List<Space> fetch(String which, Collection<Long> ids) {
        var now = clock.instant();
        return database.resultQuery(LOAD + which, (Object) ids.toArray(Long[]::new))
                .fetch(r -> space(r, now));
    }

    private static Space space(Record r, Instant now) {
        var expires = instant(r, "expires_at");
        return new Space(
                r.get("id", Long.class),
                r.get("name", String.class),
                r.get("customer_id", Long.class),
                r.get("reseller_id", Long.class),
                r.get("node_id", Long.class),
                r.get("home", String.class),
                Limits.of(r.get("limits", JSONB.class).data()),
                Permissions.of(r.get("permissions", JSONB.class).data()),
                Overuse.valueOf(r.get("overuse", String.class)),
                new Causes(r.get("reasons", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                expires,
                expires.filter(e -> !e.isAfter(now)).isPresent(),
                new Space.Used(
                        r.get("sites", Long.class),
                        r.get("ftp_logins", Long.class),
                        r.get("mailboxes", Long.class),
                        r.get("box_bytes", Long.class),
                        r.get("disk_used", Long.class),
                        r.get("traffic_used", Long.class),
                        instant(r, "used_at")));
    }

    private static Optional<Instant> instant(Record r, String column) {
        return Optional.ofNullable(r.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
