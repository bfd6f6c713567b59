package org.wirt.hook;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Nothing is sent any more until it is switched on again. What happens meanwhile waits.
@Verb(name = "web-hook.disable", from = Level.RESELLER)
class DisableWebHook implements Operation<WebHook, DisableWebHook.Input> {

    record Input() {}

    private final DSLContext database;

    DisableWebHook(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return hook.isActive() ? Verdict.allowed() : Verdict.unchanged();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute("update wirt.web_hook set active = false, off_because = 'BY_HAND' where id = any(?)", (Object)
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream()
                .map(hook -> Change.of(hook.id(), "active", true, false))
                .toList();
    }
}
