package org.wirt.hook;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.audit.EventFeed;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Sends again: what has happened meanwhile first, or only what happens from now on.
@Verb(name = "web-hook.enable", from = Level.RESELLER)
class EnableWebHook implements Operation<WebHook, EnableWebHook.Input> {

    /// @param skip what has happened meanwhile
    record Input(boolean skip) {}

    private final DSLContext database;
    private final EventFeed feed;

    EnableWebHook(DSLContext database, EventFeed feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return hook.isActive() ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        var ids = hooks.stream().map(WebHook::id).toArray(Long[]::new);
        if (input.skip) skip(ids);
        else
            database.execute(
                    "update wirt.web_hook_delivery set next_attempt = now() where hook_id = any(?) and state = 'WAITING'",
                    (Object) ids);
        database.execute(
                "update wirt.web_hook set active = true, off_because = null, failing_since = null where id = any(?)",
                (Object) ids);
        return hooks.stream()
                .map(hook -> Change.of(hook.id(), "active", false, true))
                .toList();
    }

    private void skip(Long[] ids) {
        database.execute(
                "update wirt.web_hook_delivery set state = 'SKIPPED', finished_at = now() where hook_id = any(?) and state = 'WAITING'",
                (Object) ids);
        database.execute("update wirt.web_hook set place = greatest(place, ?) where id = any(?)", feed.end(), ids);
    }
}
