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

/// Add-on plans. They are kept; subscriptions cannot be bound to one yet.
@Component
class ServicePlanAddonOperator implements Operator {

    private static final String KIND = "service-plan-addon";
    private static final String MISSING = "Add-on plan does not exist";
    private static final String GUID = "guid";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name", GUID, Kept.EXTERNAL_ID), Set.of());

    private final KeptObjects kept;
    private final KeptMatches matches;
    private final ScopedTransaction transaction;

    ServicePlanAddonOperator(KeptObjects kept, KeptMatches matches, ScopedTransaction transaction) {
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
                "del", Operation.filtered(KINDS, this::del));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        exchange.tell(results, () -> {
            var data = new HashMap<String, String>(TermWords.input(asked));
            data.putAll(PlanForm.kept(asked));
            var guid = UUID.randomUUID().toString();
            data.put(GUID, guid);
            long id = transaction.write(
                    exchange.scope(),
                    () -> kept.add(
                            exchange,
                            new KeptObjects.New(
                                    KIND,
                                    Kept.Subject.ACCOUNT,
                                    exchange.scope().accountId(),
                                    asked.text("name"),
                                    data)));
            return new Element("result").add("status", "ok").add("id", id).add(GUID, guid);
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
        var own = transaction.read(
                exchange.scope(), () -> kept.of(KIND, exchange.scope().accountId()));
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
