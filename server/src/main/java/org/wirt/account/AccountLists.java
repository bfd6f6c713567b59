package org.wirt.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.wirt.listing.Counting;
import org.wirt.listing.Cursor;
import org.wirt.listing.KeysetList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.value.Causes;

/// How accounts of one kind are listed: filtered, sorted, paged by keyset. Call within a scoped transaction.
abstract class AccountLists extends KeysetList<AccountRow> {

    private static final Field<Long> ID = DSL.field("a.id", Long.class);

    // With their types: fifty rows of guessed ones cost more than reading them.
    private static final Field<Long> ROW = ID.as("id");
    private static final Field<String> NAME = text("a.contact_name", "contact_name");
    private static final Field<String> COMPANY = text("a.company", "company");
    private static final Field<String> EMAIL = text("a.email", "email");
    private static final Field<Integer> OWN = number("wirt.causes(a)", "reasons");
    private static final Field<OffsetDateTime> CREATED =
            DSL.field("a.created_at", OffsetDateTime.class).as("created_at");
    private static final Field<Integer> ABOVE = number("coalesce(wirt.causes(r), 0)", "above");
    private static final Field<String> USERNAME = text("l.username", "username");
    private static final Field<String> DESCRIPTION = text("coalesce(n.text, '')", "description");
    private static final Field<Integer> SUBSCRIPTIONS = number("c.subscriptions", "subscriptions");
    private static final Field<Integer> DOMAINS = number("c.domains", "domains");
    private static final Field<Long> DISK_USED = size("c.disk_used", "disk_used");
    private static final Field<Long> DISK_GRANTED = size("c.disk_granted", "disk_granted");
    private static final Field<Long> TRAFFIC_USED = size("c.traffic_used", "traffic_used");
    private static final Field<Long> TRAFFIC_GRANTED = size("c.traffic_granted", "traffic_granted");
    private static final Field<Long> PROVIDER = size("p.id", "provider_id");
    private static final Field<String> PROVIDER_NAME = text("p.contact_name", "provider");

    private final String kind;
    private final List<AccountNarrowing> above;

    AccountLists(DSLContext database, Counting counting, String kind, List<AccountNarrowing> above) {
        super(database, counting, kind.toLowerCase(Locale.ROOT), ID);
        this.kind = kind;
        this.above = above;
    }

    @Override
    protected SelectJoinStep<? extends Record> select(Field<?> key) {
        return from(database.select(
                ROW,
                NAME,
                COMPANY,
                EMAIL,
                OWN,
                CREATED,
                ABOVE,
                USERNAME,
                DESCRIPTION,
                SUBSCRIPTIONS,
                DOMAINS,
                DISK_USED,
                DISK_GRANTED,
                TRAFFIC_USED,
                TRAFFIC_GRANTED,
                PROVIDER,
                PROVIDER_NAME,
                key.as("sort_key")));
    }

    @Override
    public List<Parameter> filters() {
        return AccountFilter.parameters(kind, above);
    }

    @Override
    protected List<Condition> conditions(Map<String, List<String>> parameters, Optional<PageRequest> page) {
        return new AccountFilter(kind, parameters, above).conditions(database, page);
    }

    @Override
    protected Sorting<?> sorting(String sort) {
        return switch (sort) {
            case "created" -> new Sorting<>(DSL.field("a.created_at", OffsetDateTime.class), Cursor::moment);
            case "subscriptions" -> new Sorting<>(DSL.field("c.subscriptions", Integer.class), Integer::valueOf);
            case "domains" -> new Sorting<>(DSL.field("c.domains", Integer.class), Integer::valueOf);
            case "disk" -> new Sorting<>(DSL.field("c.disk_used", Long.class), Long::valueOf);
            case "traffic" -> new Sorting<>(DSL.field("c.traffic_used", Long.class), Long::valueOf);
            default -> new Sorting<>(DSL.field(column(sort), String.class), k -> k);
        };
    }

    /// Joins only what the filter asks about: ten thousand look-ups of logins would cost more than the page itself.
    @Override
    protected int count(Map<String, List<String>> parameters) {
        var filter = new AccountFilter(kind, parameters, above);
        var words = filter.onlyWords();
        if (words.isPresent()) return hits(words.get());
        var dark = filter.onlyDark(database);
        if (dark.isPresent())
            return counted(database.selectOne().from("wirt.account_dark d").where(dark.get()));
        var some = database.select(DSL.inline(1).as("one")).from("wirt.account a");
        if (filter.asksLogin()) some = some.join("wirt.login l").on("l.account_id = a.id and l.owner");
        if (filter.asksAbove())
            some = some.leftJoin("wirt.account r").on("r.id = a.reseller_id and a.kind = 'CUSTOMER'");
        return counted(some.where(filter.conditions(database, Optional.empty())));
    }

    private int counted(SelectConditionStep<Record1<Integer>> some) {
        return database.fetchCount(some.limit(DSL.inline(Page.Count.MOST + 1)));
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

    private static Field<String> text(String sql, String name) {
        return DSL.field(sql, String.class).as(name);
    }

    private static Field<Integer> number(String sql, String name) {
        return DSL.field(sql, Integer.class).as(name);
    }

    private static Field<Long> size(String sql, String name) {
        return DSL.field(sql, Long.class).as(name);
    }

    private static String column(String sort) {
        return switch (sort) {
            case "company" -> "a.sort_company";
            case "username" -> "lower(l.username)";
            case "email" -> "lower(a.email)";
            default -> "a.sort_name";
        };
    }

    @Override
    protected AccountRow row(Record r) {
        var provider = r.get(PROVIDER);
        return new AccountRow(
                r.get(ROW),
                r.get(NAME),
                r.get(COMPANY),
                r.get(USERNAME),
                r.get(EMAIL),
                r.get(DESCRIPTION),
                new Causes(r.get(OWN)),
                new Causes(r.get(ABOVE)),
                r.get(SUBSCRIPTIONS),
                r.get(DOMAINS),
                new AccountRow.Uses(r.get(DISK_USED), r.get(DISK_GRANTED)),
                new AccountRow.Uses(r.get(TRAFFIC_USED), r.get(TRAFFIC_GRANTED)),
                provider == null
                        ? Optional.empty()
                        : Optional.of(new AccountRow.ProviderName(provider, r.get(PROVIDER_NAME))),
                r.get(CREATED).toInstant());
    }
}
