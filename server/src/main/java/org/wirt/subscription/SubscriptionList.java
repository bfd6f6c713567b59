package org.wirt.subscription;

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
import org.wirt.listing.Cursor;
import org.wirt.listing.KeysetList;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// All subscriptions in sight, for administrators and resellers. Call within a scoped transaction.
@Component
public class SubscriptionList extends KeysetList<ListedSubscription> {

    public static final List<String> SORTS = List.of("name", "created");

    private static final Field<Long> ID = DSL.field("s.id", Long.class);
    private static final Field<String> NAME = DSL.field("s.name", String.class);
    private static final Field<OffsetDateTime> CREATED = DSL.field("s.created_at", OffsetDateTime.class);

    private final Clock clock;

    SubscriptionList(DSLContext database, Counting counting, Clock clock) {
        super(database, counting, "subscription", ID);
        this.clock = clock;
    }

    public Optional<ListedSubscription> find(long id) {
        return select(CREATED)
                .where(ID.eq(id).and("exists (select from wirt.subscription_in_place p where p.id = s.id)"))
                .fetchOptional()
                .map(this::row);
    }

    @Override
    public List<Parameter> filters() {
        return SubscriptionFilter.PARAMETERS;
    }

    @Override
    public List<String> sorts() {
        return SORTS;
    }

    @Override
    protected List<Condition> conditions(Map<String, List<String>> parameters, Optional<PageRequest> page) {
        return new SubscriptionFilter(parameters).conditions();
    }

    @Override
    protected Sorting<?> sorting(String sort) {
        return sort.equals("name") ? new Sorting<>(NAME, k -> k) : new Sorting<>(CREATED, Cursor::moment);
    }

    @Override
    protected SelectJoinStep<? extends Record> select(Field<?> key) {
        return from(database.select(
                        ID.as("id"),
                        NAME.as("name"),
                        DSL.field("s.sync").as("sync"),
                        CREATED.as("created_at"),
                        DSL.field("s.expires_at", OffsetDateTime.class).as("expires_at"),
                        DSL.field("s.reasons").as("reasons"),
                        DSL.field("c.id", Long.class).as("owner_id"),
                        DSL.field("c.contact_name").as("owner"),
                        DSL.field("c.kind").as("owner_kind"),
                        DSL.field("wirt.causes(c) | coalesce(wirt.causes(r), 0)")
                                .as("above"),
                        DSL.field("c.provider_id", Long.class).as("provider_id"),
                        DSL.field("p.contact_name").as("provider"),
                        DSL.field("pl.name").as("plan"),
                        key.as("sort_key")))
                .leftJoin("wirt.account r")
                .on("r.id = s.reseller_id and r.id <> c.id")
                .leftJoin("wirt.account p")
                .on("p.id = c.provider_id")
                .leftJoin("wirt.plan pl")
                .on("pl.id = s.plan_id");
    }

    @Override
    protected <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select) {
        return select.from("wirt.subscription s").join("wirt.account c").on("c.id = s.customer_id");
    }

    @Override
    protected ListedSubscription row(Record r) {
        var expires =
                Optional.ofNullable(r.get("expires_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        var own = new Causes(r.get("reasons", Integer.class));
        boolean ended = expires.filter(e -> !e.isAfter(clock.instant())).isPresent();
        return new ListedSubscription(
                r.get("id", Long.class),
                r.get("name", String.class),
                new ListedSubscription.Who(r.get("owner_id", Long.class), r.get("owner", String.class)),
                Level.valueOf(r.get("owner_kind", String.class)),
                new ListedSubscription.Who(
                        r.get("provider_id", Long.class),
                        Optional.ofNullable(r.get("provider", String.class)).orElse("")),
                Optional.ofNullable(r.get("plan", String.class)),
                Subscription.Sync.valueOf(r.get("sync", String.class)),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                expires,
                ended ? own.with(Cause.EXPIRED) : own,
                new Causes(r.get("above", Integer.class)));
    }
}
