package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;

/// Add-on plans. They are kept; subscriptions cannot be bound to one yet.
@Component
class ServicePlanAddonOperator implements Operator {

    private static final String KIND = "service-plan-addon";
    private static final String MISSING = "Add-on plan does not exist";
    private static final String GUID = "guid";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name", GUID, Kept.EXTERNAL_ID), Set.of());

    private static final List<Level> PROVIDERS = List.of(Level.ADMINISTRATOR, Level.RESELLER);

    private final AccountWords accounts;
    private final KeptObjects kept;
    private final KeptMatches matches;
    private final ScopedTransaction transaction;

    ServicePlanAddonOperator(
            AccountWords accounts, KeptObjects kept, KeptMatches matches, ScopedTransaction transaction) {
        this.accounts = accounts;
        this.kept = kept;
        this.matches = matches;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("service-plan-addon");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "add", Operation.needing(this::add, "name"),
                "get", Operation.filtered(KINDS, this::get),
                "set", Operation.filtered(KINDS, this::set),
                "duplicate", Operation.filtered(KINDS, this::duplicate, "duplicate-name"),
                "del", Operation.filtered(KINDS, this::del));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        exchange.tell(results, () -> {
            Characters.checkLine("name", asked.text("name"));
            return made(exchange, owner(asked, exchange), asked.text("name"), said(asked));
        });
    }

    private static Map<String, String> said(Element asked) {
        var data = new HashMap<>(TermWords.input(asked));
        data.putAll(PlanForm.kept(asked));
        return data;
    }

    private Element made(Exchange exchange, long owner, String name, Map<String, String> data) {
        var guid = UUID.randomUUID().toString();
        var all = new HashMap<>(data);
        all.put(GUID, guid);
        long id = transaction.write(
                exchange.scope(),
                () -> kept.add(exchange, new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, owner, name, all)));
        return new Element("result").add("status", "ok").add("id", id).add(GUID, guid);
    }

    /// Whose they are: the caller's, or whom the administrator names.
    private long owner(Element asked, Exchange exchange) {
        return transaction
                .read(exchange.scope(), () -> accounts.owner(asked, PROVIDERS))
                .map(AccountDetails::id)
                .orElseGet(() -> exchange.scope().accountId());
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, one -> {
            var name = asked.text("name").isEmpty() ? one.name() : asked.text("name");
            Characters.checkLine("name", name);
            var data = new HashMap<>(one.data());
            data.putAll(said(asked));
            transaction.run(exchange.scope(), () -> kept.change(exchange, one, name, data));
            return new Element("result").add("status", "ok").add("id", one.id());
        });
    }

    private void duplicate(Element asked, Exchange exchange, Consumer<Element> results) {
        var name = asked.text("duplicate-name");
        Characters.checkLine("duplicate-name", name);
        each(asked, exchange, results, one -> {
            var data = new HashMap<>(one.data());
            data.remove(Kept.EXTERNAL_ID);
            return made(exchange, one.subjectId(), name, data);
        });
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, one -> {
            var limits = new Element("limits");
            var permissions = new Element("permissions");
            one.data().forEach((name, value) -> {
                if (name.startsWith("limit."))
                    limits.add(
                            new Element("limit").add("name", name.substring(6)).add("value", value));
                if (name.startsWith("permission."))
                    permissions.add(new Element("permission")
                            .add("name", name.substring(11))
                            .add("value", value));
            });
            return new Element("result")
                    .add("status", "ok")
                    .add("id", one.id())
                    .add("name", one.name())
                    .add(GUID, one.text(GUID))
                    .add(Kept.EXTERNAL_ID, one.text(Kept.EXTERNAL_ID))
                    .add(limits)
                    .add(permissions)
                    .add(KeptWords.settings(one.data(), Map.of()));
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        CustomerOperator.refuseAll(asked);
        each(asked, exchange, results, one -> matches.removed(exchange, one));
    }

    private interface Work {
        Element of(KeptObjects.One one);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        exchange.needs(Level.RESELLER);
        var filter = Filter.of(asked);
        var own = transaction.read(exchange.scope(), () -> kept.of(KIND, owner(asked, exchange)));
        if (filter.isAll()) {
            if (own.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var one : own) exchange.tell(results, () -> work.of(one));
            return;
        }
        for (var value : filter.values())
            exchange.tell(
                    results,
                    result -> result.add(filter.kind(), value),
                    () -> work.of(own.stream()
                            .filter(one -> value.equalsIgnoreCase(
                                    switch (filter.kind()) {
                                        case "id" -> Long.toString(one.id());
                                        case "name" -> one.name();
                                        default -> one.text(filter.kind());
                                    }))
                            .findFirst()
                            .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING))));
    }
}
