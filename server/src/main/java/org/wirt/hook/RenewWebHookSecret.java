package org.wirt.hook;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.WebHookSecret;

/// Signs with another secret from now on; nobody can sign with the one before any more.
@Verb(name = "web-hook.renew-secret", from = Level.RESELLER)
class RenewWebHookSecret implements Operation<WebHook, RenewWebHookSecret.Input> {

    record Input(@Secret WebHookSecret secret) {}

    private final DSLContext database;
    private final HookSecrets secrets;

    RenewWebHookSecret(DSLContext database, HookSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        return Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.web_hook set secret = ? where id = any(?)",
                secrets.hide(input.secret),
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream().map(hook -> Change.of(hook.id())).toList();
    }
}
