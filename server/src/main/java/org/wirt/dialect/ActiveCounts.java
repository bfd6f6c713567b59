package org.wirt.dialect;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// How many customers and domains have status 0, so that figures and what is told of each agree. Call within a scoped
/// transaction.
@Component
class ActiveCounts {

    /// @param customers of a reseller; 0 of a customer
    /// @param sites     of a reseller those of his customers, too
    record Active(long customers, long sites) {

        static final Active NONE = new Active(0, 0);
    }

    /// What is kept of a site `w`, by which clients have taken its website off, see [Websites].
    private static final String SAID = "exists (select from wirt.kept k where k.subject = case when w.id = s.id "
            + "then 'subscription' else 'site' end and k.subject_id = w.id and k.name = ";

    /// Of a site `w` of a subscription `s` of a customer `c` below a reseller `r`: what has no website is active
    /// without.
    private static final String ACTIVE = "not w.released and (w.reasons | s.reasons | wirt.causes(c) "
            + "| coalesce(wirt.causes(r), 0)) = 0 and (s.expires_at is null or s.expires_at > now()) "
            + "and not (w.disabled and " + SAID + "'website.disabled') and not " + SAID + "'website.none')) ";

    private static final String SITES =
            "from wirt.site w join wirt.subscription s on s.id = w.subscription_id join wirt.account c on c.id = s.customer_id "
                    + "left join wirt.account r on r.id = s.reseller_id where " + ACTIVE;

    /// Two ways by their own indexes: with "or" between them every subscription there is would be looked at.
    private static final String COUNT = "select a.id, (select count(*) from wirt.account c where c.provider_id = a.id "
            + "and c.kind = 'CUSTOMER' and wirt.causes(c) | wirt.causes(a) = 0) customers, "
            + "coalesce(sum(n.sites), 0)::bigint sites from wirt.account a left join lateral ("
            + "select x.id from wirt.subscription x where x.customer_id = a.id union "
            + "select x.id from wirt.subscription x where a.kind = 'RESELLER' and x.reseller_id = a.id) h on true "
            + "left join lateral (select count(*) sites " + SITES + "and w.subscription_id = h.id) n on true "
            + "where a.id = any(?) group by a.id";

    private final DSLContext database;

    ActiveCounts(DSLContext database) {
        this.database = database;
    }

    /// Of everybody in sight together.
    long sites() {
        return database.resultQuery("select count(*) " + SITES).fetchSingle(r -> r.get(0, Long.class));
    }

    Map<Long, Active> ofAccounts(Collection<Long> ids) {
        return database.resultQuery(COUNT, (Object) ids.toArray(Long[]::new))
                .fetchMap(
                        r -> r.get("id", Long.class),
                        r -> new Active(r.get("customers", Long.class), r.get("sites", Long.class)));
    }
}
