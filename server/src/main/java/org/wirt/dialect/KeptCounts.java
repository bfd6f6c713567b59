package org.wirt.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// How much is only kept of what other panels count, recycle bin left out. Call within a scoped transaction.
@Component
public class KeptCounts {

    /// @param aliases    other names of domains
    /// @param subdomains sites that clients have called so
    public record Count(long databases, long aliases, long subdomains) {

        static final Count NONE = new Count(0, 0, 0);
    }

    /// @param users of databases
    record All(long databases, long users) {}

    /// Whether a site `w` is still called after its parent `p`.
    private static final String BELOW = "right(w.host, length(p.host) + 1) = '.' || p.host";

    /// Of a subscription `s`.
    private static final String HELD = "(select count(*) from wirt.kept_object k where k.kind = 'database' "
            + "and k.subject = 'subscription' and k.subject_id = s.id) databases, "
            + "(select count(*) from wirt.site w join wirt.kept_object k on k.kind = 'site-alias' and k.subject = 'site' "
            + "and k.subject_id = w.id where w.subscription_id = s.id and not w.released) aliases, "
            + "(select count(*) from wirt.site w join wirt.kept k on k.subject = 'site' and k.subject_id = w.id "
            + "and k.name = 'subdomain-of' join wirt.site p on p.subscription_id = s.id and p.id::text = k.value "
            + "where w.subscription_id = s.id and not w.released and " + BELOW + ") subdomains ";

    /// Two ways by their own indexes: with "or" between them every subscription there is would be looked at.
    private static final String HELD_BY_ACCOUNTS = "select a.id, coalesce(sum(databases), 0)::bigint databases, "
            + "coalesce(sum(aliases), 0)::bigint aliases, coalesce(sum(subdomains), 0)::bigint subdomains "
            + "from wirt.account a join lateral (select " + HELD + "from ("
            + "select x.id from wirt.subscription x where x.customer_id = a.id and x.reasons & 2048 = 0 "
            + "union select x.id from wirt.subscription x join wirt.account c on c.id = x.customer_id and not c.removed "
            + "where a.kind = 'RESELLER' and x.reseller_id = a.id "
            + "and x.reasons & 2048 = 0) s) h on true where a.id = any(?) group by a.id";

    private final DSLContext database;

    KeptCounts(DSLContext database) {
        this.database = database;
    }

    Map<Long, Count> ofSubscriptions(Collection<Long> ids) {
        return read("select s.id, " + HELD + "from wirt.subscription s where s.id = any(?)", ids);
    }

    Count ofSubscription(long id) {
        return ofSubscriptions(List.of(id)).getOrDefault(id, Count.NONE);
    }

    /// What is a reseller's customers' is his.
    Map<Long, Count> ofAccounts(Collection<Long> ids) {
        return read(HELD_BY_ACCOUNTS, ids);
    }

    /// How many subdomains hang below each of these sites; of none it is not in it.
    Map<Long, Long> subdomainsBelow(Collection<Long> sites) {
        return database.resultQuery(
                        "select k.value, count(*) many from wirt.kept k join wirt.site w on w.id = k.subject_id and not w.released "
                                + "join wirt.site p on p.subscription_id = w.subscription_id and p.id::text = k.value "
                                + "where k.subject = 'site' and k.name = 'subdomain-of' and k.value = any(?) and "
                                + BELOW
                                + " group by k.value",
                        (Object) sites.stream().map(String::valueOf).toArray(String[]::new))
                .fetchMap(r -> Long.valueOf(r.get("value", String.class)), r -> r.get("many", Long.class));
    }

    /// Of everybody in sight together.
    All all() {
        return database.resultQuery(
                        "select count(*) filter (where k.kind = 'database') databases, count(*) filter (where k.kind = 'database-user') users "
                                + "from wirt.kept_object k join wirt.subscription_in_place s on k.subject = 'subscription' and s.id = k.subject_id "
                                + "where k.kind in ('database', 'database-user')")
                .fetchSingle(r -> new All(r.get("databases", Long.class), r.get("users", Long.class)));
    }

    private Map<Long, Count> read(String query, Collection<Long> ids) {
        return database.resultQuery(query, (Object) ids.toArray(Long[]::new))
                .fetchMap(r -> r.get("id", Long.class), KeptCounts::count);
    }

    private static Count count(Record r) {
        return new Count(r.get("databases", Long.class), r.get("aliases", Long.class), r.get("subdomains", Long.class));
    }
}
