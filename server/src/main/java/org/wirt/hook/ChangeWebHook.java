package org.wirt.hook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Several;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.WebHookName;
import org.wirt.value.WebHookUrl;

/// Changes where a hook sends to, of what, and how it is called. What waits goes to the new address.
@Verb(name = "web-hook.change", from = Level.RESELLER)
class ChangeWebHook implements Operation<WebHook, ChangeWebHook.Input>, Editing<WebHook> {

    /// @param types that it is told of; empty: all
    /// @param version that the form was filled from
    record Input(WebHookName name, WebHookUrl url, @Several WantedEvents types, Optional<Integer> version) {}

    private final DSLContext database;
    private final HookRules rules;

    ChangeWebHook(DSLContext database, HookRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public Map<String, String> saved(WebHook hook) {
        return Map.of("name", hook.name(), "url", hook.url(), "types", String.join("\n", hook.types()));
    }

    @Override
    public Verdict judge(WebHook hook, Input input, Caller caller) {
        if (input.version.filter(v -> v != hook.changed()).isPresent())
            return Verdict.refused(Refusal.state("changed-meanwhile"));
        if (hook.facts().equals(wanted(input))) return Verdict.unchanged();
        return Verdict.of(rules.wrong(input.url, input.types, caller.level()));
    }

    @Override
    public List<Change> apply(List<WebHook> hooks, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.web_hook set name = ?, url = ?, types = ?, changed = changed + 1 where id = any(?)",
                input.name.text(),
                input.url.text(),
                input.types.list().toArray(String[]::new),
                hooks.stream().map(WebHook::id).toArray(Long[]::new));
        return hooks.stream()
                .map(hook -> new Change(hook.id(), hook.facts(), wanted(input)))
                .toList();
    }

    private static Map<String, Object> wanted(Input input) {
        return WebHook.facts(input.name.text(), input.url.text(), input.types.list());
    }
}
