package org.wirt.hosting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.listing.Counting;
import org.wirt.listing.Cursor;
import org.wirt.listing.Keyset;
import org.wirt.listing.Matches;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// All domains in sight, for administrators and resellers. Call within a scoped transaction.
@Component
public class SiteList {

    public static final List<String> SORTS = List.of("name");

    private static final Field<Long> ID = DSL.field("w.id", Long.class);
    private static final Field<String> HOST = DSL.field("w.host", String.class);

    private final DSLContext database;
    private final Counting counting;
    private final Clock clock;

    SiteList(DSLContext database, Counting counting, Clock clock) {
        this.database = database;
        this.counting = counting;
        this.clock = clock;
    }

    public Page<ListedSite> page(Scope scope, Map<String, List<String>> parameters, PageRequest request) {
        return page(parameters, request, counting.of(scope, "site", parameters, () -> count(parameters)));
    }

    /// The same without counting: for reading everything, page after page.
    public Page<ListedSite> rows(Map<String, List<String>> parameters, PageRequest request) {
        return page(parameters, request, Page.Count.of(0));
    }

    /// Everything the filter matches, for verbs on all of it.
    public Matches matching(Map<String, List<String>> parameters) {
        return Matches.of(database, ID, () -> from(database.select(ID)).where(new SiteFilter(parameters).conditions()));
    }

    @SuppressWarnings("unchecked")
    private Page<ListedSite> page(Map<String, List<String>> parameters, PageRequest request, Page.Count count) {
        var now = clock.instant();
        var query = (SelectConditionStep<Record>)
                (SelectConditionStep<?>) rows().where(new SiteFilter(parameters).conditions());
        return Keyset.page(query, request, HOST, ID, k -> k, r -> row(r, now), SiteList::cursor, count);
    }

    private SelectJoinStep<? extends Record> rows() {
        return from(database.select(
                        ID.as("id"),
                        HOST.as("host"),
                        DSL.field("w.docroot").as("docroot"),
                        DSL.field("w.disabled").as("disabled"),
                        DSL.field("w.reasons | s.reasons").as("reasons"),
                        DSL.field("s.expires_at", OffsetDateTime.class).as("expires_at"),
                        DSL.field("s.id", Long.class).as("subscription_id"),
                        DSL.field("s.name").as("subscription"),
                        DSL.field("c.id", Long.class).as("owner_id"),
                        DSL.field("c.contact_name").as("owner"),
                        DSL.field("c.kind").as("owner_kind"),
                        DSL.field("wirt.causes(c) | coalesce(wirt.causes(r), 0)")
                                .as("above"),
                        DSL.field("c.provider_id", Long.class).as("provider_id"),
                        DSL.field("p.contact_name").as("provider")))
                .leftJoin("wirt.account r")
                .on("r.id = w.reseller_id and r.id <> c.id")
                .leftJoin("wirt.account p")
                .on("p.id = c.provider_id");
    }

    private static <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select) {
        return select.from("wirt.site w")
                .join("wirt.subscription s")
                .on("s.id = w.subscription_id")
                .join("wirt.account c")
                .on("c.id = w.customer_id");
    }

    private int count(Map<String, List<String>> parameters) {
        var some = from(database.select(DSL.inline(1).as("one")))
                .where(new SiteFilter(parameters).conditions())
                .limit(DSL.inline(Page.Count.MOST + 1));
        return database.fetchCount(some);
    }

    private static Cursor cursor(Record r) {
        return new Cursor(r.get("host", String.class), r.get("id", Long.class));
    }

    private static ListedSite row(Record r, Instant now) {
        var expires =
                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        var own = new Causes(r.get("reasons", Integer.class));
        return new ListedSite(
                r.get("id", Long.class),
                r.get("host", String.class),
                r.get("docroot", String.class),
                r.get("disabled", Boolean.class),
                r.get("subscription_id", Long.class),
                r.get("subscription", String.class),
                r.get("owner_id", Long.class),
                r.get("owner", String.class),
                Level.valueOf(r.get("owner_kind", String.class)),
                r.get("provider_id", Long.class),
                Optional.ofNullable(r.get("provider", String.class)).orElse(""),
                expires.filter(e -> !e.isAfter(now)).isPresent() ? own.with(Cause.EXPIRED) : own,
                new Causes(r.get("above", Integer.class)));
    }
}
