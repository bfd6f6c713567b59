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
import org.wirt.account.AccountDirectory;
import org.wirt.value.InvalidValue;
import org.wirt.value.PlanName;
import org.wirt.value.Refused;

/// Add-on plans: the caller's own, or those of whoever the administrator names.
@Component
class ServicePlanAddonOperator implements Operator {

    private static final String KIND = AddOnWords.KIND;
    private static final String GUID = AddOnWords.GUID;
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name", GUID, Kept.EXTERNAL_ID), Set.of());

    /// What only plans say.
    private static final List<String> OF_PLANS = List.of("mail", "preferences", "log-rotation", PlanForm.WEB_SERVER);

    private static final List<Level> PROVIDERS = List.of(Level.ADMINISTRATOR, Level.RESELLER);

    private final AccountWords accounts;
    private final AccountDirectory owners;
    private final KeptObjects kept;
    private final AddOnWords words;
    private final ScopedTransaction transaction;

    ServicePlanAddonOperator(
            AccountWords accounts,
            AccountDirectory owners,
            KeptObjects kept,
            AddOnWords words,
            ScopedTransaction transaction) {
        this.accounts = accounts;
        this.owners = owners;
        this.kept = kept;
        this.words = words;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("service-plan-addon");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<>(Map.of(
                "add", Operation.needing(this::add, "name"),
                "get", Operation.filtered(KINDS, this::get),
                "set", Operation.filtered(KINDS, this::set),
                "duplicate", Operation.filtered(KINDS, this::duplicate, "duplicate-name"),
                "del", Operation.filtered(KINDS, this::del)));
        for (var level : List.of("limit", "permission", "physical-hosting"))
            all.put(
                    "get-" + level + "-descriptor",
                    Operation.filtered(
                            KINDS, (asked, exchange, results) -> descriptor(level, asked, exchange, results)));
        all.replaceAll((_, one) -> one.choosing("", ServicePlanOperator.OWNERS));
        return all;
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        exchange.tell(
                results,
                () -> made(exchange, owner(asked, exchange), name("name", asked.text("name")), said(asked, Set.of())));
    }

    /// Like that of a plan.
    private static String name(String node, String said) {
        Characters.checkLine(node, said);
        try {
            return new PlanName(said).text();
        } catch (InvalidValue e) {
            throw new Refused(e.in(node), e);
        }
    }

    /// @param held names of what it says already
    private static Map<String, String> said(Element asked, Set<String> held) {
        for (var other : OF_PLANS)
            if (asked.has(other))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, other + " of an add-on plan is not supported.");
        var data = new HashMap<>(TermsSaid.ofHosting(asked, held));
        TermsSaid.expiration(asked).ifPresent(seconds -> data.put("limit.expiration", Long.toString(seconds)));
        data.putAll(PlanForm.kept(asked));
        return data;
    }

    private Element made(Exchange exchange, long owner, String name, Map<String, String> data) {
        var guid = UUID.randomUUID().toString();
        var all = new HashMap<>(data);
        all.put(GUID, guid);
        long id = transaction.write(exchange.scope(), () -> {
            check(owner, 0, name, data);
            long made = kept.add(exchange, new KeptObjects.New(KIND, Kept.Subject.ACCOUNT, owner, name, all));
            words.put(made, owner, name, all);
            return made;
        });
        return new Element("result").add("status", "ok").add("id", id).add(GUID, guid);
    }

    /// @param self the one that it is said of
    private void check(long owner, long self, String name, Map<String, String> data) {
        kept.waitFor(KIND, owner);
        var external = data.getOrDefault(Kept.EXTERNAL_ID, "");
        for (var other : kept.of(KIND, owner)) {
            if (other.id() == self) continue;
            // A filter by name finds one, in whichever case it is said.
            if (other.name().equalsIgnoreCase(name)) throw PlanWords.taken("name", name);
            if (!external.isEmpty() && other.text(Kept.EXTERNAL_ID).equals(external))
                throw PlanWords.taken("external id", external);
        }
        words.check(owner, data);
    }

    /// Whose they are: the caller's, or whom the administrator names.
    private long owner(Element asked, Exchange exchange) {
        return transaction
                .read(exchange.scope(), () -> accounts.owner(asked, PROVIDERS))
                .map(AccountDetails::id)
                .orElseGet(() -> exchange.scope().accountId());
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, (one, key) -> {
            var name = Forms.name(asked).map(said -> name("name", said)).orElse(one.name());
            var data = new HashMap<>(one.data());
            data.putAll(said(asked, one.data().keySet()));
            transaction.run(exchange.scope(), () -> {
                check(one.subjectId(), one.id(), name, data);
                kept.change(exchange, one, name, data);
                words.put(one.id(), one.subjectId(), name, data);
            });
            return new Element("result").add("status", "ok").add(key);
        });
    }

    private void duplicate(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        var name = name("duplicate-name", asked.text("duplicate-name"));
        each(asked, exchange, results, (one, _) -> {
            var data = new HashMap<>(one.data());
            data.remove(Kept.EXTERNAL_ID);
            return made(exchange, one.subjectId(), name, data);
        });
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, (one, _) -> {
            var data = one.data();
            var result = new Element("result")
                    .add("status", "ok")
                    .add("id", one.id())
                    .add("name", one.name())
                    .add(GUID, one.text(GUID))
                    .add(Kept.EXTERNAL_ID, one.text(Kept.EXTERNAL_ID));
            transaction
                    .read(exchange.scope(), () -> owners.read(one.subjectId()))
                    .ifPresent(owner -> PlanTold.owner(result, owner));
            var limits = TermWords.said("limit", data);
            var overuse = one.text("overuse");
            if (!overuse.isEmpty()) limits.children().addFirst(Element.of("overuse", overuse));
            return result.add(limits)
                    .add(PlanTold.hosting(data))
                    .add(KeptWords.group("performance", data, Map.of()))
                    .add(TermWords.said("permission", data))
                    .add(KeptWords.settings(data, Map.of()));
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, (one, key) -> {
            transaction.run(exchange.scope(), () -> {
                words.refuseBound(one.id());
                kept.remove(exchange, one);
            });
            return new Element("result").add("status", "ok").add(key);
        });
    }

    /// Of those that are named; where none is, what holds for all.
    private void descriptor(String level, Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var filter = Filter.of(asked);
        if (filter.isAll()) {
            results.accept(new Element("result").add("status", "ok").add(Descriptors.of(level)));
            return;
        }
        each(
                asked,
                exchange,
                results,
                (one, _) -> new Element("result")
                        .add("status", "ok")
                        .add(filter.kind(), AddOnWords.key(filter.kind(), one))
                        .add(Descriptors.of(level)));
    }

    private interface Work {
        /// @param key what it was named by
        Element of(KeptObjects.One one, Element key);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        exchange.needs(Level.RESELLER);
        var filter = Filter.of(asked);
        if (filter.isAll()) {
            var all = own(asked, exchange);
            if (all.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var one : all) exchange.tell(results, () -> work.of(one, Element.of("id", one.id())));
            return;
        }
        for (var value : filter.values()) {
            var key = Element.of(filter.kind(), value);
            exchange.tell(
                    results,
                    result -> result.add(key),
                    () -> work.of(
                            AddOnWords.find(own(asked, exchange), filter.kind(), value)
                                    .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, AddOnWords.MISSING)),
                            key));
        }
    }

    private List<KeptObjects.One> own(Element asked, Exchange exchange) {
        return transaction.read(
                exchange.scope(),
                () -> asked.has("owner-all") ? kept.all(KIND) : kept.of(KIND, owner(asked, exchange)));
    }
}
