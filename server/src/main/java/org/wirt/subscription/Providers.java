package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.value.Refusal;

/// The accounts that have customers, with their room. Call within a scoped transaction.
@Component
public class Providers {

    private static final String LOAD = "select a.id, a.kind, a.contact_name, a.country, a.removed from wirt.account a "
            + "where a.id = any(?) and a.kind in ('ADMINISTRATOR', 'RESELLER') order by a.id";

    private final DSLContext database;
    private final ResellerRooms rooms;

    Providers(DSLContext database, ResellerRooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    /// Why none is taken that is not there, or not in sight: both answer alike.
    public static Refusal unknown() {
        return Refusal.invalid("provider", "provider-unknown");
    }

    public Optional<Provider> find(long id) {
        return load(List.of(id)).stream().findFirst();
    }

    List<Provider> load(Collection<Long> ids) {
        return database.resultQuery(LOAD, (Object) ids.toArray(Long[]::new)).fetch(this::provider);
    }

    /// Two deeds in the same realm wait for each other, so that together they cannot take more than there is; the
    /// administrator has room for everything, so nobody waits for him.
    List<Provider> lock(Collection<Long> ids) {
        database.resultQuery(
                        "select id from wirt.account where id = any(?) and kind = 'RESELLER' order by id for no key update",
                        (Object) ids.toArray(Long[]::new))
                .fetch();
        return load(ids);
    }

    private Provider provider(Record r) {
        long id = r.get("id", Long.class);
        return new Provider(
                id,
                Level.valueOf(r.get("kind", String.class)),
                r.get("contact_name", String.class),
                r.get("country", String.class),
                r.get("removed", Boolean.class),
                rooms.of(id));
    }
}
