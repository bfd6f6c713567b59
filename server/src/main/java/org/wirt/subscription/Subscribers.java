package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.operation.Targets;

/// Whose a new subscription will be: verb `subscription.create` is done to its owner.
@Component
public class Subscribers implements Targets<Subscriber> {

    private static final String LOAD = "select a.id, a.kind, a.contact_name, a.reseller_id, "
            + "(a.reasons | r.reasons) & 2048 <> 0 removed from wirt.account a left join wirt.account r on r.id = a.reseller_id "
            + "where a.id = any(?) order by a.id";

    /// An account to choose.
    public record Named(long id, String name, String company, String username) {}

    /// So many are looked at when one searches.
    private static final int HITS = 5_000;

    private final DSLContext database;
    private final ResellerRooms rooms;

    Subscribers(DSLContext database, ResellerRooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    @Override
    public String object() {
        return "subscription";
    }

    @Override
    public Class<Subscriber> type() {
        return Subscriber.class;
    }

    public Optional<Subscriber> find(long id) {
        return load(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Subscriber> load(Collection<Long> ids) {
        return database.resultQuery(LOAD, (Object) ids.toArray(Long[]::new)).fetch(r -> {
            long realm = r.get("reseller_id", Long.class);
            return new Subscriber(
                    r.get("id", Long.class),
                    Level.valueOf(r.get("kind", String.class)),
                    r.get("contact_name", String.class),
                    realm,
                    Boolean.TRUE.equals(r.get("removed", Boolean.class)),
                    rooms.of(realm));
        });
    }

    /// Who may get a subscription of this provider: all by name, or those found by what is typed; the first so many.
    public List<Named> named(long provider, String text, int most) {
        var typed = text.replace("\0", "");
        return database.resultQuery(
                        "select a.id, a.contact_name, a.company, l.username "
                                + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                                + "where a.reseller_id = ? and a.kind in ('CUSTOMER', 'RESELLER') and not a.removed "
                                + "and (? = '' or a.id = any(array(select wirt.account_hits('CUSTOMER', ?, null, null, ?) "
                                + "union all select wirt.account_hits('RESELLER', ?, null, null, ?)))) "
                                + "order by a.sort_name, a.id limit ?",
                        provider,
                        typed,
                        typed,
                        HITS,
                        typed,
                        HITS,
                        most)
                .fetch(r -> new Named(
                        r.get("id", Long.class),
                        r.get("contact_name", String.class),
                        r.get("company", String.class),
                        r.get("username", String.class)));
    }

    /// Two deeds in the same realm wait for each other, so that together they cannot take more than there is.
    @Override
    public List<Subscriber> lock(Collection<Long> ids) {
        database.resultQuery(
                        "select r.id from wirt.account a join wirt.account r on r.id = a.reseller_id "
                                + "where a.id = any(?) and r.kind = 'RESELLER' order by r.id for no key update of r",
                        (Object) ids.toArray(Long[]::new))
                .fetch();
        return load(ids);
    }
}
