package org.wirt.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// When somebody from above worked in a customer's account, for that customer. Call within a scoped transaction of his.
@Component
public class VisitsFromAbove {

    /// @param name of the account he came from
    public record Seen(Instant at, Level level, String name) {}

    private final DSLContext database;

    VisitsFromAbove(DSLContext database) {
        this.database = database;
    }

    /// The last so many, newest first.
    public List<Seen> latest(int most) {
        return database.resultQuery("select * from wirt.visits(?)", most)
                .fetch(r -> new Seen(
                        r.get("at", OffsetDateTime.class).toInstant(),
                        Level.valueOf(r.get("kind", String.class)),
                        r.get("name", String.class)));
    }
}
