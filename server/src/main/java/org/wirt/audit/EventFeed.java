package org.wirt.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/// What happened, for programs that follow it: each line once, in an order that can be read on from. Nothing comes in
/// later before what was read already; of one object, deeds come in the order in which they were done.
@Component
public class EventFeed {

    /// @param id where it stands; a program remembers the last one it has handled
    public record Event(long id, String type, AuditLine line) {}

    /// So many get their place in one transaction (V0051).
    private static final int AT_ONCE = 10_000;

    private final DSLContext database;
    private final AuditList lines;

    EventFeed(DSLContext database, AuditList lines) {
        this.database = database;
        this.lines = lines;
    }

    /// Gives what happened since the last question its place. Call outside of any transaction, or in a short one: until
    /// its end nobody else gives places.
    public void update() {
        int placed;
        do placed = database.resultQuery("select wirt.place_events()").fetchSingle(r -> r.get(0, Integer.class));
        while (placed == AT_ONCE);
    }

    /// The next so many after one. Call within a scoped transaction.
    public List<Event> after(long id, int most) {
        return events(
                database.resultQuery("select id, audit_id from wirt.event where id > ? order by id limit ?", id, most)
                        .fetch());
    }

    /// Those at these places, as far as they are in sight. Call within a scoped transaction.
    public List<Event> at(Collection<Long> places) {
        return events(database.resultQuery("select id, audit_id from wirt.event where id = any(?) order by id", (Object)
                        places.toArray(Long[]::new))
                .fetch());
    }

    private List<Event> events(Result<? extends Record> places) {
        var found = lines.byId(places.map(r -> r.get("audit_id", Long.class)));
        return places.stream()
                .flatMap(r -> Optional.ofNullable(found.get(r.get("audit_id", Long.class)))
                        .map(line -> new Event(r.get("id", Long.class), EventTypes.of(line.verb()), line))
                        .stream())
                .toList();
    }

    /// The place before everything that was done from a moment on. Call within a scoped transaction.
    public long before(Instant moment) {
        return database.resultQuery(
                        "select coalesce((select min(e.id) - 1 from wirt.event e where e.audit_id >= (select min(a.id) from wirt.audit a "
                                + "where a.at >= cast(? as timestamptz))), (select coalesce(max(id), 0) from wirt.event))",
                        moment.toString())
                .fetchSingle(r -> r.get(0, Long.class));
    }

    /// Where the end is, with everything that is done already before it. Call within a short scoped transaction.
    public long end() {
        update();
        return last();
    }

    /// The place of the last one there is; 0 where there is none.
    public long last() {
        return database.resultQuery("select coalesce(max(id), 0) from wirt.event")
                .fetchSingle(r -> r.get(0, Long.class));
    }
}
