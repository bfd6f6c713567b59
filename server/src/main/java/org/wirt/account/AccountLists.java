package org.wirt.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.wirt.listing.Counting;
import org.wirt.listing.Cursor;
import org.wirt.listing.KeysetList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.value.Causes;

/// How accounts of one kind are listed: filtered, sorted, paged by keyset. Call within a scoped transaction.
abstract class AccountLists extends KeysetList<AccountRow> {

    private static final Field<Long> ID = DSL.field("a.id", Long.class);

    private final String kind;

    AccountLists(DSLContext database, Counting counting, String kind) {
        super(database, counting, kind, ID);
        this.kind = kind;
    }

    @Override
    protected SelectJoinStep<? extends Record> select(Field<?> key) {
        return from(database.select(
                ID.as("id"),
                DSL.field("a.contact_name").as("contact_name"),
                DSL.field("a.company").as("company"),
                DSL.field("a.email").as("email"),
                DSL.field("wirt.causes(a)").as("reasons"),
                DSL.field("a.created_at", OffsetDateTime.class).as("created_at"),
                DSL.field("coalesce(wirt.causes(r), 0)").as("above"),
                DSL.field("l.username").as("username"),
                DSL.field("n.text").as("text"),
                DSL.field("c.subscriptions").as("subscriptions"),
                DSL.field("c.domains").as("domains"),
                DSL.field("c.disk_used").as("disk_used"),
                DSL.field("c.disk_granted").as("disk_granted"),
                DSL.field("c.traffic_used").as("traffic_used"),
                DSL.field("c.traffic_granted").as("traffic_granted"),
                DSL.field("p.id", Long.class).as("provider_id"),
                DSL.field("p.contact_name").as("provider"),
                key.as("sort_key")));
    }

    @Override
    protected List<Condition> conditions(Map<String, List<String>> parameters, Optional<PageRequest> page) {
        return new AccountFilter(kind, parameters).conditions(database, page);
    }

    @Override
    protected Sorting<?> sorting(String sort) {
        return switch (sort) {
            case "created" -> new Sorting<>(DSL.field("a.created_at", OffsetDateTime.class), Cursor::moment);
            case "subscriptions" -> new Sorting<>(DSL.field("c.subscriptions", Integer.class), Integer::valueOf);
            case "domains" -> new Sorting<>(DSL.field("c.domains", Integer.class), Integer::valueOf);
            case "disk" -> new Sorting<>(DSL.field("c.disk_used", Long.class), Long::valueOf);
            case "traffic" -> new Sorting<>(DSL.field("c.traffic_used", Long.class), Long::valueOf);
            default -> new Sorting<>(DSL.field(text(sort), String.class), k -> k);
        };
    }

    /// Joins only what the filter asks about: ten thousand look-ups of logins would cost more than the page itself.
    @Override
    protected int count(Map<String, List<String>> parameters) {
        var filter = new AccountFilter(kind, parameters);
        var words = filter.onlyWords();
        if (words.isPresent()) return hits(words.get());
        var some = database.select(DSL.inline(1).as("one")).from("wirt.account a");
        if (filter.asksLogin()) some = some.join("wirt.login l").on("l.account_id = a.id and l.owner");
        if (filter.asksAbove())
            some = some.leftJoin("wirt.account r").on("r.id = a.reseller_id and a.kind = 'CUSTOMER'");
        return database.fetchCount(
                some.where(filter.conditions(database, Optional.empty())).limit(DSL.inline(Page.Count.MOST + 1)));
    }

    private int hits(String words) {
        return database.resultQuery("select wirt.account_hit_count(?, ?, ?)", kind, words, Page.Count.MOST + 1)
                .fetchSingle(r -> r.get(0, Integer.class));
    }

    @Override
    protected <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select) {
        return select.from("wirt.account a")
                .join("wirt.login l")
                .on("l.account_id = a.id and l.owner")
                .leftJoin("wirt.account r")
                .on("r.id = a.reseller_id and a.kind = 'CUSTOMER'")
                .leftJoin("wirt.account p")
                .on("p.id = a.provider_id")
                .leftJoin("wirt.note n")
                .on("n.account_id = a.id")
                .join("wirt.account_counter c")
                .on("c.account_id = a.id");
    }

    private static String text(String sort) {
        return switch (sort) {
            case "company" -> "a.sort_company";
            case "username" -> "lower(l.username)";
            case "email" -> "lower(a.email)";
            default -> "a.sort_name";
        };
    }

    @Override
    protected AccountRow row(Record r) {
        var provider = r.get("provider_id", Long.class);
        Instant created = r.get("created_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
        return new AccountRow(
                r.get("id", Long.class),
                r.get("contact_name", String.class),
                r.get("company", String.class),
                r.get("username", String.class),
                r.get("email", String.class),
                Optional.ofNullable(r.get("text", String.class)).orElse(""),
                new Causes(r.get("reasons", Integer.class)),
                new Causes(r.get("above", Integer.class)),
                r.get("subscriptions", Integer.class),
                r.get("domains", Integer.class),
                new AccountRow.Uses(r.get("disk_used", Long.class), r.get("disk_granted", Long.class)),
                new AccountRow.Uses(r.get("traffic_used", Long.class), r.get("traffic_granted", Long.class)),
                provider == null
                        ? Optional.empty()
                        : Optional.of(new AccountRow.ProviderName(provider, r.get("provider", String.class))),
                created);
    }
}
