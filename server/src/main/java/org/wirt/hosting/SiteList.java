package org.wirt.hosting;

import java.time.Clock;
import java.time.OffsetDateTime;
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
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.listing.Counting;
import org.wirt.listing.KeysetList;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// All domains in sight, for administrators and resellers. Call within a scoped transaction.
@Component
public class SiteList extends KeysetList<ListedSite> {

    public static final List<String> SORTS = List.of("name");

    private static final Field<Long> ID = DSL.field("w.id", Long.class);
    private static final Field<String> HOST = DSL.field("w.host", String.class);

    private final Clock clock;

    SiteList(DSLContext database, Counting counting, Clock clock) {
        super(database, counting, "site", ID);
        this.clock = clock;
    }

    @Override
    public List<Parameter> filters() {
        return SiteFilter.PARAMETERS;
    }

    @Override
    public List<String> sorts() {
        return SORTS;
    }

    @Override
    protected List<Condition> conditions(Map<String, List<String>> parameters, Optional<PageRequest> page) {
        return new SiteFilter(parameters).conditions();
    }

    @Override
    protected Sorting<?> sorting(String sort) {
        return new Sorting<>(HOST, k -> k);
    }

    @Override
    protected SelectJoinStep<? extends Record> select(Field<?> key) {
        return from(database.select(
                        ID.as("id"),
                        HOST.as("host"),
                        DSL.field("w.docroot").as("docroot"),
                        DSL.field("w.disabled").as("disabled"),
                        DSL.field("w.redirect_to").as("redirect_to"),
                        DSL.field("w.redirect_mode").as("redirect_mode"),
                        DSL.field("w.mail_off").as("mail_off"),
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
                        DSL.field("p.contact_name").as("provider"),
                        key.as("sort_key")))
                .leftJoin("wirt.account r")
                .on("r.id = w.reseller_id and r.id <> c.id")
                .leftJoin("wirt.account p")
                .on("p.id = c.provider_id");
    }

    @Override
    protected <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select) {
        return select.from("wirt.site w")
                .join("wirt.subscription s")
                .on("s.id = w.subscription_id")
                .join("wirt.account c")
                .on("c.id = w.customer_id");
    }

    @Override
    protected ListedSite row(Record r) {
        var expires =
                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        var own = new Causes(r.get("reasons", Integer.class));
        return new ListedSite(
                r.get("id", Long.class),
                r.get("host", String.class),
                r.get("docroot", String.class),
                r.get("disabled", Boolean.class),
                Redirect.of(r),
                r.get("mail_off", Boolean.class),
                r.get("subscription_id", Long.class),
                r.get("subscription", String.class),
                r.get("owner_id", Long.class),
                r.get("owner", String.class),
                Level.valueOf(r.get("owner_kind", String.class)),
                r.get("provider_id", Long.class),
                Optional.ofNullable(r.get("provider", String.class)).orElse(""),
                expires.filter(e -> !e.isAfter(clock.instant())).isPresent() ? own.with(Cause.EXPIRED) : own,
                new Causes(r.get("above", Integer.class)));
    }
}
