package org.wirt.notification;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.wirt.listing.Cursor;
import org.wirt.listing.Keyset;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;

/// The letters in sight, newest first: the administrator's all, a reseller's own and his customers'. Call within a
/// scoped transaction.
@Component
public class LetterList {

    public static final List<String> SORTS = List.of("created");

    private static final Field<Long> ID = DSL.field("id", Long.class);

    private final DSLContext database;

    LetterList(DSLContext database) {
        this.database = database;
    }

    /// Parameters: `q` is part of recipient or subject, `event` one kind of letter.
    public Page<Letter> page(Map<String, List<String>> parameters, PageRequest request) {
        var newestFirst = new PageRequest("created", true, request.size(), request.after(), request.before());
        var some = database.select(DSL.inline(1))
                .from("wirt.letter")
                .where(conditions(parameters))
                .limit(DSL.inline(Page.Count.MOST + 1));
        return Keyset.page(
                database.select(
                                ID,
                                DSL.field("account_id", Long.class),
                                DSL.field("event", String.class),
                                DSL.field("recipient", String.class),
                                DSL.field("subject", String.class),
                                DSL.field("body", String.class),
                                DSL.field("secret is not null", Boolean.class).as("revealable"),
                                DSL.field("created_at", OffsetDateTime.class),
                                DSL.field("sent_at", OffsetDateTime.class),
                                DSL.field("failure", String.class))
                        .from("wirt.letter")
                        .where(conditions(parameters)),
                newestFirst,
                ID,
                ID,
                Long::valueOf,
                LetterList::letter,
                row -> new Cursor(String.valueOf(row.get("id", Long.class)), row.get("id", Long.class)),
                Page.Count.of(database.fetchCount(some)));
    }

    public Optional<Letter> find(long id) {
        return database.resultQuery(
                        "select id, account_id, event, recipient, subject, body, secret is not null revealable, created_at, sent_at, failure "
                                + "from wirt.letter where id = ?",
                        id)
                .fetchOptional(LetterList::letter);
    }

    private static List<Condition> conditions(Map<String, List<String>> parameters) {
        var conditions = new ArrayList<Condition>();
        var typed = new Narrowing(parameters);
        var text = typed.text("q");
        if (!text.isEmpty()) {
            var pattern = "%" + Narrowing.escaped(text) + "%";
            conditions.add(DSL.condition("(recipient ilike {0} or subject ilike {0})", DSL.val(pattern)));
        }
        var event = typed.text("event");
        if (!event.isEmpty()) conditions.add(DSL.condition("event = {0}", DSL.val(event)));
        return conditions;
    }

    private static Letter letter(Record r) {
        return new Letter(
                r.get("id", Long.class),
                r.get("account_id", Long.class),
                r.get("event", String.class),
                r.get("recipient", String.class),
                r.get("subject", String.class),
                r.get("body", String.class),
                r.get("revealable", Boolean.class),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(r.get("sent_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                r.get("failure", String.class));
    }
}
