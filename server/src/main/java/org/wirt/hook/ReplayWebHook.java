package org.wirt.hook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.audit.EventFeed;
import org.wirt.operation.Change;
import org.wirt.operation.FromDay;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Delivers again: one event, all that were given up, or everything from a time or a place of the feed on. Each keeps
/// its number, so that receivers can tell what they have had already.
@Verb(name = "web-hook.replay", from = Level.RESELLER)
class ReplayWebHook implements Operation<WebHook, ReplayWebHook.Input> {

    /// One of these has to be said.
    ///
    /// @param delivery a line of the log
    /// @param givenUp all that were given up
    /// @param from a moment, or a day from its beginning, with everything since
    /// @param after a place in the feed, with everything behind it
    record Input(
            Optional<Long> delivery,
            boolean givenUp,
            @FromDay Optional<Instant> from,
            Optional<Long> after) {

        private int said() {
            return (delivery.isPresent() ? 1 : 0)
                    + (givenUp ? 1 : 0)
                    + (from.isPresent() ? 1 : 0)
                    + (after.isPresent() ? 1 : 0);
        }
    }

    private static final String AGAIN =
            "update wirt.web_hook_delivery set state = 'WAITING', attempts = 0, next_attempt = now(), "
                    + "finished_at = null where hook_id = ? and event_id is not null "
                    + "and (taken_until is null or taken_until < now()) and ";

    private final DSLContext database;
    private final EventFeed feed;

    ReplayWebHook(DSLContext database, EventFeed feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        if (input.said() != 1) return Verdict.refused(Refusal.invalid("from", "web-hook.replay-what"));
        if (input.after.filter(place -> place < 0).isPresent())
            return Verdict.refused(Refusal.invalid("after", "number-form"));
        if (input.delivery.isEmpty()) return Verdict.allowed();
        var event = database.resultQuery(
                        "select event_id from wirt.web_hook_delivery where hook_id = ? and id = ?",
                        hook.id(),
                        input.delivery.get())
                .fetchOptional();
        if (event.isEmpty()) return Verdict.refused(Refusal.notFound());
        return event.get().get(0) == null ? Verdict.refused(Refusal.state("web-hook.replay-test")) : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        return hooks.stream().map(hook -> replay(hook, input)).toList();
    }

    private Change replay(WebHook hook, Input input) {
        var said = new HashMap<String, Object>();
        input.delivery.ifPresent(delivery -> {
            database.execute(AGAIN + "id = ?", hook.id(), delivery);
            said.put("replayed", delivery);
        });
        if (input.givenUp) said.put("replayed", database.execute(AGAIN + "state = 'GIVEN_UP'", hook.id()));
        input.from.map(feed::before).or(() -> input.after).ifPresent(place -> {
            back(hook, place);
            said.put("replayed-after", place);
        });
        return new Change(hook.id(), Map.of(), said);
    }

    /// What lies behind the place is taken anew from the feed, also what the log has forgotten.
    private void back(WebHook hook, long place) {
        database.execute("update wirt.web_hook set place = least(place, ?) where id = ?", place, hook.id());
    }
}
