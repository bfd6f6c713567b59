package org.wirt.hook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.audit.EventFeed;
import org.wirt.value.WebHookSecret;
import org.wirt.value.WebHookUrl;

/// The queue of the hooks. Call within a transaction of the panel's own work. Whoever waits for a hook holds none of
/// its deliveries: verbs lock the hook first, and removing one takes its deliveries along.
@Component
class Deliveries {

    /// The type of a test.
    static final String PING = "ping";

    /// Of one hook at the same time; of one that fails a single one, so that failing costs little.
    private static final int OF_ONE_HOOK = 4;

    /// Longer than an attempt lasts: who still has it by then is gone.
    private static final int TAKEN_SECONDS = 60;

    /// Kept after they came to an end.
    private static final int KEPT_DAYS = 30;

    private static final int FAILING_DAYS = 5;

    private static final String HOOKS = """
            select h.id, h.account_id, h.place, h.types, a.kind
            from wirt.web_hook h join wirt.account a on a.id = h.account_id
            where h.active and h.place < ? and wirt.causes(a) = 0 and a.kind <> 'CUSTOMER'
            order by h.id""";

    /// Of each hook those that are due and behind no other of their object.
    private static final String DUE = """
            select due.id
            from wirt.web_hook h
            join wirt.account a on a.id = h.account_id and wirt.causes(a) = 0 and a.kind <> 'CUSTOMER'
            cross join lateral (
                select d.id from wirt.web_hook_delivery d
                where d.hook_id = h.id and d.state = 'WAITING' and d.next_attempt <= now()
                  and (d.taken_until is null or d.taken_until < now())
                  and (d.event_id is null
                       or h.active and not exists (
                           select from wirt.web_hook_delivery before
                           where before.hook_id = d.hook_id and before.object = d.object and before.object_id = d.object_id
                             and before.state = 'WAITING' and before.event_id < d.event_id))
                order by d.next_attempt, d.event_id
                limit greatest(0, case when h.failing_since is null then ? else 1 end
                    - (select count(*) from wirt.web_hook_delivery going
                       where going.hook_id = h.id and going.state = 'WAITING' and going.taken_until >= now()))) due
            limit ?""";

    private static final String TAKE = """
            update wirt.web_hook_delivery d
            set taken_until = now() + make_interval(secs => ?), attempts = attempts + 1, attempted_at = now()
            from wirt.web_hook h join wirt.account a on a.id = h.account_id
            where h.id = d.hook_id and d.id in (
                select id from wirt.web_hook_delivery
                where id = any(?) and state = 'WAITING' and (taken_until is null or taken_until < now())
                order by id for update skip locked)
            returning d.id, d.hook_id, d.event_id, d.attempts, d.created_at, h.name, h.account_id, h.url, h.secret, a.kind""";

    private static final String PUT = """
            insert into wirt.web_hook_delivery (hook_id, account_id, event_id, type, object, object_id, object_name)
            select ?, ?, e.* from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[])) e
            on conflict (hook_id, event_id) do update
            set state = 'WAITING', attempts = 0, next_attempt = now(), finished_at = null""";

    private static final String HOLD =
            "select h.id from wirt.web_hook h where h.id in (select d.hook_id from wirt.web_hook_delivery d where d.id = any(?)) "
                    + "order by h.id for no key update";

    /// @param place of the last event it was given
    record Follower(long id, long account, long place, WantedEvents types, Scope scope) {}

    /// One to be sent.
    ///
    /// @param event its place in the feed; empty: a test
    /// @param attempts with this one
    /// @param secret empty: it cannot be read any more
    record Taken(
            long id,
            long hook,
            long account,
            Scope scope,
            Optional<Long> event,
            int attempts,
            OffsetDateTime created,
            String name,
            WebHookUrl url,
            Optional<WebHookSecret> secret) {

        /// The same for each attempt and each replay.
        String number() {
            return event.map(place -> "msg_" + hook + "_" + place).orElseGet(() -> "ping_" + hook + "_" + id);
        }
    }

    private final DSLContext database;
    private final HookSecrets secrets;

    Deliveries(DSLContext database, HookSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    boolean anybodyFollows() {
        return database.resultQuery("select exists (select from wirt.web_hook where active)")
                .fetchSingle(r -> r.get(0, Boolean.class));
    }

    /// Those that have not been given everything up to here.
    List<Follower> behind(long last) {
        return database.resultQuery(HOOKS, last)
                .fetch(r -> new Follower(
                        r.get("id", Long.class),
                        r.get("account_id", Long.class),
                        r.get("place", Long.class),
                        WantedEvents.of(List.of(r.get("types", String[].class))),
                        scope(r)));
    }

    /// Whoever owns it sees no more by his hook than by his feed.
    private static Scope scope(Record r) {
        return Level.valueOf(r.get("kind", String.class)) == Level.ADMINISTRATOR
                ? Scope.administrator()
                : Scope.reseller(r.get("account_id", Long.class));
    }

    /// Puts these into the queue of a hook, unless another process was faster.
    ///
    /// @param place up to where it has been given everything then
    void put(Follower hook, List<EventFeed.Event> events, long place) {
        int first = database.execute(
                "update wirt.web_hook set place = ? where id = ? and place = ?", place, hook.id, hook.place);
        if (first == 0 || events.isEmpty()) return;
        database.execute(
                PUT,
                hook.id,
                hook.account,
                events.stream().map(EventFeed.Event::id).toArray(Long[]::new),
                texts(events, EventFeed.Event::type),
                texts(events, event -> event.line().object()),
                events.stream().map(event -> event.line().objectId()).toArray(Long[]::new),
                texts(events, event -> event.line().name()));
    }

    private static String[] texts(List<EventFeed.Event> events, Function<EventFeed.Event, String> text) {
        return events.stream().map(text).toArray(String[]::new);
    }

    /// Takes what is due for this process.
    List<Taken> take(int most) {
        var due = database.resultQuery(DUE, OF_ONE_HOOK, most).fetch(r -> r.get(0, Long.class));
        if (due.isEmpty()) return List.of();
        return database.resultQuery(TAKE, TAKEN_SECONDS, due.toArray(Long[]::new))
                .fetch(r -> new Taken(
                        r.get("id", Long.class),
                        r.get("hook_id", Long.class),
                        r.get("account_id", Long.class),
                        scope(r),
                        Optional.ofNullable(r.get("event_id", Long.class)),
                        r.get("attempts", Integer.class),
                        r.get("created_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                        r.get("name", String.class),
                        new WebHookUrl(r.get("url", String.class)),
                        secrets.reveal(r.get("secret", byte[].class))));
    }

    /// Those that this process will not send: the next one may at once.
    void giveBack(Collection<Long> ids) {
        hold(ids);
        database.execute("update wirt.web_hook_delivery set taken_until = null where id = any(?)", (Object)
                ids.toArray(Long[]::new));
    }

    /// Their hooks, so that nobody removes or replays anything of them meanwhile.
    private void hold(Collection<Long> ids) {
        database.execute(HOLD, (Object) ids.toArray(Long[]::new));
    }

    /// The owner does not see the event any more.
    void skip(Taken one) {
        database.execute(
                "update wirt.web_hook_delivery set state = 'SKIPPED', finished_at = now(), taken_until = null where id = ?",
                one.id);
    }

    /// What came of it is kept, unless somebody asked for it again meanwhile.
    ///
    /// @param pause before it is tried again; empty: not again
    void settle(Taken one, Answer answer, Optional<Duration> pause) {
        hold(List.of(one.id));
        var state = answer.isDelivered() ? "DELIVERED" : pause.isEmpty() ? "GIVEN_UP" : "WAITING";
        int kept = database.execute(
                "update wirt.web_hook_delivery set taken_until = null, state = ?, status = cast(? as integer), failure = ?, duration_ms = ?, "
                        + "answer = ?, next_attempt = clock_timestamp() + make_interval(secs => ?), "
                        + "finished_at = case when ? = 'WAITING' then null else clock_timestamp() end where id = ? and attempts = ?",
                state,
                answer.status().orElse(null),
                answer.failure().map(Failure::word).orElse(""),
                answer.duration().toMillis(),
                answer.text(),
                pause.map(Duration::toMillis).orElse(0L) / 1_000.0,
                state,
                one.id,
                one.attempts);
        if (kept == 0) giveBack(List.of(one.id));
        if (answer.isDelivered()) succeeded(one);
        else if (one.event.isPresent()) failed(one);
    }

    private void succeeded(Taken one) {
        database.execute(
                "update wirt.web_hook set failing_since = null where id = ? and failing_since is not null", one.hook);
    }

    private void failed(Taken one) {
        database.execute(
                "update wirt.web_hook set failing_since = now() where id = ? and failing_since is null", one.hook);
    }

    /// @return whether it was on, and is off now
    boolean switchOff(Taken one, WebHook.Off why) {
        return database.execute(
                        "update wirt.web_hook set active = false, off_because = ? where id = ? and active",
                        why.name(),
                        one.hook)
                > 0;
    }

    boolean failsTooLong(Taken one) {
        return database.resultQuery(
                        "select coalesce(failing_since < now() - make_interval(days => ?), false) from wirt.web_hook where id = ?",
                        FAILING_DAYS,
                        one.hook)
                .fetchOptional(r -> r.get(0, Boolean.class))
                .orElse(false);
    }

    /// What somebody works at is left for the next time.
    void forgetOld() {
        database.execute(
                "delete from wirt.web_hook_delivery where id in (select id from wirt.web_hook_delivery "
                        + "where state <> 'WAITING' and finished_at < now() - make_interval(days => ?) for update skip locked)",
                KEPT_DAYS);
    }
}
