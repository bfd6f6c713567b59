package org.wirt.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The open sessions of everybody in sight. Call within a scoped transaction.
@Component
public class PanelSessionList {

    private static final int MOST = 10_000;

    public record Open(UUID id, String username, String address, Instant created, Instant lastSeen) {}

    private final DSLContext database;
    private final Sessions sessions;

    PanelSessionList(DSLContext database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    public List<Open> inSight() {
        return database.resultQuery(
                        "select s.id, l.username, s.address, s.created_at, s.last_seen from wirt.session s "
                                + "join wirt.login l on l.id = s.login_id order by s.created_at, s.id limit ?",
                        MOST)
                .fetch(r -> new Open(
                        r.get("id", UUID.class),
                        r.get("username", String.class),
                        r.get("address", String.class),
                        r.get("created_at", OffsetDateTime.class).toInstant(),
                        r.get("last_seen", OffsetDateTime.class).toInstant()));
    }

    /// @return whether there was one in sight
    public boolean end(UUID id) {
        int ended = database.execute(
                "delete from wirt.session s where s.id = ? and exists (select from wirt.login l where l.id = s.login_id)",
                id);
        sessions.forget();
        return ended > 0;
    }
}
