package org.wirt.hook;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Removes a hook with its log; what waits is not sent any more.
@Verb(name = "web-hook.remove", from = Level.RESELLER)
class RemoveWebHook implements Operation<WebHook, RemoveWebHook.Input> {

    record Input() {}

    private final DSLContext database;

    RemoveWebHook(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute("delete from wirt.web_hook where id = any(?)", (Object)
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream()
                .map(hook -> new Change(hook.id(), hook.facts(), Map.of()))
                .toList();
    }
}
