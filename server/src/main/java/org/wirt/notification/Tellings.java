package org.wirt.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;

/// Who wants to be told what. Call within a scoped transaction.
@Component
public class Tellings {

    /// One more address that is told of an event, or kept for later.
    ///
    /// @param address empty: none
    public record Also(String address, boolean told) {

        static final Also NOWHERE = new Also("", false);
    }

    private final DSLContext database;

    Tellings(DSLContext database) {
        this.database = database;
    }

    /// What holds for a provider: what he wants, else what the administrator wants, else what is usual.
    public Map<Event.Telling, Boolean> of(long provider) {
        var wanted = new HashMap<String, Boolean>();
        database.resultQuery("select * from wirt.told_by(?)", provider)
                .fetch()
                .forEach(r -> wanted.put(
                        r.get("event", String.class) + r.get("reader", String.class), r.get("told", Boolean.class)));
        var all = new LinkedHashMap<Event.Telling, Boolean>();
        for (var telling : Event.choices(Level.ADMINISTRATOR)) {
            var key = telling.event().key() + telling.reader().name();
            all.put(telling, wanted.getOrDefault(key, telling.usual()));
        }
        return all;
    }

    /// Those of these accounts that are to be told.
    List<Long> told(Collection<Long> accounts, Event.Telling telling) {
        if (accounts.isEmpty()) return List.of();
        return database.resultQuery(
                        "select * from wirt.are_told(?, ?, ?, ?)",
                        accounts.toArray(Long[]::new),
                        telling.event().key(),
                        telling.reader().name(),
                        telling.usual())
                .fetch(r -> r.get(0, Long.class));
    }

    /// Only what differs from what would hold anyway is kept, so that a reseller follows the administrator in the rest.
    void choose(long provider, Event.Telling telling, boolean told) {
        if (told == otherwise(provider, telling)) {
            database.execute(
                    "delete from wirt.told where account_id = ? and event = ? and reader = ?",
                    provider,
                    telling.event().key(),
                    telling.reader().name());
        } else {
            database.execute(
                    "insert into wirt.told (account_id, reseller_id, event, reader, told) values (?, ?, ?, ?, ?) "
                            + "on conflict (account_id, event, reader) do update set told = excluded.told",
                    provider,
                    provider,
                    telling.event().key(),
                    telling.reader().name(),
                    told);
        }
    }

    /// The one more address that a provider has named for an event.
    public Also also(long provider, Event event) {
        return database.resultQuery(
                        "select address, told from wirt.told_also where account_id = ? and event = ?",
                        provider,
                        event.key())
                .fetchOptional(r -> new Also(r.get("address", String.class), r.get("told", Boolean.class)))
                .orElse(Also.NOWHERE);
    }

    void choose(long provider, Event event, Also also) {
        if (also.address.isEmpty()) {
            database.execute("delete from wirt.told_also where account_id = ? and event = ?", provider, event.key());
            return;
        }
        database.execute(
                "insert into wirt.told_also (account_id, reseller_id, event, address, told) values (?, ?, ?, ?, ?) "
                        + "on conflict (account_id, event) do update set address = excluded.address, told = excluded.told",
                provider,
                provider,
                event.key(),
                also.address,
                also.told);
    }

    private boolean otherwise(long provider, Event.Telling telling) {
        if (provider == Scope.ADMINISTRATOR) return telling.usual();
        return of(Scope.ADMINISTRATOR).getOrDefault(telling, telling.usual());
    }
}
