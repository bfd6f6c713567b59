package org.wirt.hook;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.audit.EventFeed;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Several;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.WebHookName;
import org.wirt.value.WebHookSecret;
import org.wirt.value.WebHookUrl;

/// Makes a hook in the caller's own account; it is told of what happens from then on. The secret comes from whoever
/// makes it, so that no answer and no job has to hold it.
@Verb(name = "web-hook.create", from = Level.RESELLER)
class CreateWebHook implements Operation<Account, CreateWebHook.Input> {

    /// @param types that it is told of; empty: all
    record Input(
            WebHookName name,
            WebHookUrl url,
            @Several WantedEvents types,
            @Secret WebHookSecret secret) {}

    private final DSLContext database;
    private final WebHooks hooks;
    private final HookRules rules;
    private final HookSecrets secrets;
    private final EventFeed feed;

    CreateWebHook(DSLContext database, WebHooks hooks, HookRules rules, HookSecrets secrets, EventFeed feed) {
        this.database = database;
        this.hooks = hooks;
        this.rules = rules;
        this.secrets = secrets;
        this.feed = feed;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.id() != caller.scope().accountId()) return Verdict.refused(Refusal.notFound());
        if (hooks.count(account.id()) >= WebHooks.MOST)
            return Verdict.refused(Refusal.limit("web-hook.many", WebHooks.MOST));
        return Verdict.of(rules.wrong(input.url, input.types, caller.level()));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream().map(account -> create(account, input)).toList();
    }

    private Change create(Account account, Input input) {
        var types = input.types.list();
        long made = database.resultQuery(
                        "insert into wirt.web_hook (account_id, reseller_id, name, url, types, secret, place) "
                                + "values (?, ?, ?, ?, ?, ?, ?) returning id",
                        account.id(),
                        account.resellerId(),
                        input.name.text(),
                        input.url.text(),
                        types.toArray(String[]::new),
                        secrets.hide(input.secret),
                        feed.end())
                .fetchSingle(r -> r.get(0, Long.class));
        return new Change(account.id(), Map.of(), WebHook.facts(input.name.text(), input.url.text(), types))
                .making(made, input.name.text());
    }
}
