package org.wirt.hosting;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.account.InPlace;
import org.wirt.subscription.CountedMail;

/// How much accounts hold, counted thing by thing: for machines that ask about some accounts, not for lists. Call
/// within a scoped transaction.
@Component
public class HoldingsOf {

    /// @param customers    of a reseller; 0 of a customer
    /// @param answers      mailboxes that answer by themselves
    /// @param forwards     without those that are other names of a mailbox
    /// @param disk         bytes used
    /// @param mailboxSizes bytes that mailboxes may grow to
    /// @param traffic      bytes this month
    public record Held(
            long customers,
            long subscriptions,
            long sites,
            long mailboxes,
            long answers,
            long forwards,
            long mailboxSizes,
            long disk,
            long traffic) {}

    private static final String COUNT = "select a.id, "
            + "(select count(*) from wirt.account c where c.provider_id = a.id and c.kind = 'CUSTOMER' and not c.removed) customers, "
            + "count(s.id) subscriptions, coalesce(sum(w.sites), 0)::bigint sites, "
            + "coalesce(sum(b.boxes), 0)::bigint boxes, coalesce(sum(b.answers), 0)::bigint answers, coalesce(sum(b.sizes), 0)::bigint sizes, coalesce(sum(f.forwards), 0)::bigint forwards, "
            + "coalesce(sum(s.disk_used), 0)::bigint disk, coalesce(sum(s.traffic_used), 0)::bigint traffic "
            // Two ways by their own indexes: with "or" between them every subscription there is would be looked at.
            + "from wirt.account a left join lateral ("
            + "select x.id, x.reasons, x.disk_used, x.traffic_used from wirt.subscription x where x.customer_id = a.id "
            + "union select x.id, x.reasons, x.disk_used, x.traffic_used from wirt.subscription x "
            + "join wirt.account c on c.id = x.customer_id and not c.removed "
            + "where a.kind = 'RESELLER' and x.reseller_id = a.id) s on s.reasons & 2048 = 0 "
            + "left join lateral (select count(*) sites from wirt.site x where x.subscription_id = s.id and not x.released) w on true "
            + "left join lateral (select count(*) boxes, count(*) filter (where " + CountedMail.answers("m")
            + ") answers, sum(greatest(m.quota, 0)) sizes from wirt.mailbox m where m.subscription_id = s.id) b on true "
            + "left join lateral (select count(*) forwards from wirt.forward x where x.subscription_id = s.id and "
            + CountedMail.forwards("x") + ") f on true "
            + "where a.id = any(?) group by a.id";

    private final DSLContext database;

    HoldingsOf(DSLContext database) {
        this.database = database;
    }

    /// Of everybody in sight together.
    ///
    /// @param answers mailboxes that answer by themselves
    public record All(long sites, long mailboxes, long answers, long forwards) {}

    public All all() {
        return database.resultQuery("select count(*) sites, "
                        + "coalesce(sum((select count(*) from wirt.mailbox m where m.site_id = w.id)), 0)::bigint boxes, "
                        + "coalesce(sum((select count(*) from wirt.mailbox m where m.site_id = w.id and "
                        + CountedMail.answers("m")
                        + ")), 0)::bigint answers, "
                        + "coalesce(sum((select count(*) from wirt.forward f where f.site_id = w.id and "
                        + CountedMail.forwards("f") + ")), 0)::bigint forwards "
                        + "from wirt.site w join wirt.subscription s on s.id = w.subscription_id join wirt.account c on c.id = s.customer_id "
                        + "where not w.released and s.reasons & 2048 = 0 and " + InPlace.account("c"))
                .fetchSingle(r -> new All(
                        r.get("sites", Long.class),
                        r.get("boxes", Long.class),
                        r.get("answers", Long.class),
                        r.get("forwards", Long.class)));
    }

    public Map<Long, Held> accounts(Collection<Long> ids) {
        return database.resultQuery(COUNT, (Object) ids.toArray(Long[]::new)).fetch().stream()
                .collect(Collectors.toMap(
                        r -> r.get("id", Long.class),
                        r -> new Held(
                                r.get("customers", Long.class),
                                r.get("subscriptions", Long.class),
                                r.get("sites", Long.class),
                                r.get("boxes", Long.class),
                                r.get("answers", Long.class),
                                r.get("forwards", Long.class),
                                r.get("sizes", Long.class),
                                r.get("disk", Long.class),
                                r.get("traffic", Long.class))));
    }
}
