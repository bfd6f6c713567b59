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

/// Sends a `ping` at once, once, also where the hook is switched off: to see whether the receiver is ready.
@Verb(name = "web-hook.test", from = Level.RESELLER)
class TestWebHook implements Operation<WebHook, TestWebHook.Input> {

    record Input() {}

    private final DSLContext database;

    TestWebHook(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute(
                "insert into wirt.web_hook_delivery (hook_id, account_id, type, object, object_id, object_name) "
                        + "select id, account_id, ?, 'web-hook', id, name from wirt.web_hook where id = any(?)",
                Deliveries.PING,
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream().map(hook -> Change.of(hook.id())).toList();
    }
}
