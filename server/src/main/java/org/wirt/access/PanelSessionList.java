package org.wirt.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The open sessions of everybody in sight. Call within a scoped transaction.
@Component
public class PanelSessionList {

    private static final int MOST = 10_000;

    public record Open(UUID id, String username, String address, Instant created, Instant lastSeen) {}

    /// Whose session was ended.
    ///
    /// @param resellerId the realm of the account
    public record Ended(long loginId, String username, long accountId, long resellerId) {}

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

    /// Absent: there was none in sight.
    public Optional<Ended> end(UUID id) {
        var ended = database.resultQuery(
                        "delete from wirt.session s using wirt.login l where s.id = ? and l.id = s.login_id "
                                + "returning l.id, l.username, l.account_id, l.reseller_id",
                        id)
                .fetchOptional(r -> new Ended(
                        r.get("id", Long.class),
                        r.get("username", String.class),
                        r.get("account_id", Long.class),
                        r.get("reseller_id", Long.class)));
        sessions.forget();
        return ended;
    }
}
