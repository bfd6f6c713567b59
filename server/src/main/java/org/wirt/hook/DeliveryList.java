package org.wirt.hook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.listing.Cursor;
import org.wirt.listing.Keyset;
import org.wirt.listing.Narrowable;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;

/// What a hook was told and is to be told, the newest first. Call within a scoped transaction.
@Component
public class DeliveryList implements Narrowable {

    private static final List<Parameter> FILTERS = List.of(Parameter.choice(
            "state",
            Arrays.stream(WebHookDelivery.State.values())
                    .map(DeliveryList::word)
                    .toList()));

    private static final Field<Long> ID = DSL.field("id", Long.class);
    private static final String COLUMNS =
            "id, event_id, type, object, object_id, object_name, state, attempts, created_at, next_attempt, "
                    + "status, failure, duration_ms, answer, attempted_at, finished_at";

    private final DSLContext database;

    DeliveryList(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "web-hook-delivery";
    }

    @Override
    public List<Parameter> filters() {
        return FILTERS;
    }

    public Page<WebHookDelivery> page(long hook, Map<String, List<String>> parameters, PageRequest request) {
        var some = database.select(DSL.one())
                .from("wirt.web_hook_delivery")
                .where(conditions(hook, parameters))
                .limit(DSL.inline(Page.Count.MOST + 1));
        return Keyset.page(
                database.select(Arrays.stream(COLUMNS.split(", ", -1))
                                .map(DSL::field)
                                .toList())
                        .from("wirt.web_hook_delivery")
                        .where(conditions(hook, parameters)),
                request,
                ID,
                ID,
                Long::valueOf,
                DeliveryList::delivery,
                r -> new Cursor(String.valueOf(r.get("id", Long.class)), r.get("id", Long.class)),
                Page.Count.of(database.fetchCount(some)));
    }

    /// The last test, where there was one.
    public Optional<WebHookDelivery> lastTest(long hook) {
        return database.resultQuery(
                        "select " + COLUMNS
                                + " from wirt.web_hook_delivery where hook_id = ? and event_id is null order by id desc limit 1",
                        hook)
                .fetchOptional(DeliveryList::delivery);
    }

    private static List<Condition> conditions(long hook, Map<String, List<String>> parameters) {
        var conditions = new ArrayList<Condition>();
        conditions.add(DSL.condition("hook_id = {0}", DSL.val(hook)));
        new Narrowing(parameters)
                .word(
                        "state",
                        word -> Arrays.stream(WebHookDelivery.State.values())
                                .filter(state -> word(state).equals(word))
                                .findFirst()
                                .map(state -> DSL.condition("state = {0}", DSL.val(state.name()))))
                .ifPresent(conditions::add);
        return conditions;
    }

    /// As addresses and programs write it: `given-up`.
    public static String word(WebHookDelivery.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static WebHookDelivery delivery(Record r) {
        return new WebHookDelivery(
                r.get("id", Long.class),
                Optional.ofNullable(r.get("event_id", Long.class)),
                r.get("type", String.class),
                r.get("object", String.class),
                r.get("object_id", Long.class),
                r.get("object_name", String.class),
                WebHookDelivery.State.valueOf(r.get("state", String.class)),
                r.get("attempts", Integer.class),
                r.get("created_at", OffsetDateTime.class).toInstant(),
                r.get("next_attempt", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(r.get("status", Integer.class)),
                r.get("failure", String.class),
                Optional.ofNullable(r.get("duration_ms", Long.class)).map(Duration::ofMillis),
                r.get("answer", String.class),
                moment(r.get("attempted_at", OffsetDateTime.class)),
                moment(r.get("finished_at", OffsetDateTime.class)));
    }

    private static Optional<java.time.Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
