package org.wirt.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;

/// The descriptions in sight. Customers have no right to the table at all, and a reseller sees none about himself. Call
/// within a scoped transaction.
@Component
public class Notes {

    private final DSLContext database;
    private final Clock clock;

    Notes(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Note> find(long accountId) {
        return database.resultQuery("select text, author, written_at from wirt.note where account_id = ?", accountId)
                .fetchOptional(Notes::note);
    }

    /// An empty text takes the description away.
    void write(long accountId, String text, Caller caller) {
        if (text.isEmpty()) {
            database.execute("delete from wirt.note where account_id = ?", accountId);
            return;
        }
        database.execute(
                "insert into wirt.note (account_id, reseller_id, text, author, written_at) "
                        + "select id, reseller_id, ?, ?, cast(? as timestamptz) from wirt.account where id = ? "
                        + "on conflict (account_id) do update set text = excluded.text, author = excluded.author, written_at = excluded.written_at",
                text,
                Reasons.author(caller),
                clock.instant().toString(),
                accountId);
    }

    /// What a form about it says that it knows; also of no text, because a form that says nothing knows nothing.
    public static String version(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Note note(Record row) {
        var text = row.get("text", String.class);
        return new Note(
                text,
                row.get("author", String.class),
                row.get("written_at", OffsetDateTime.class).toInstant(),
                version(text));
    }
}
