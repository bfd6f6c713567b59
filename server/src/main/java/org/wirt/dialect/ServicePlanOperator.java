package org.wirt.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.plan.PlanDirectory;

/// Hosting plans: the caller's own, or those of whoever the administrator names.
@Component
class ServicePlanOperator implements Operator {

    private static final String MISSING = "Plan does not exist";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("name", "id", "guid", "external-id"), Set.of());
    private static final List<Level> PROVIDERS = List.of(Level.ADMINISTRATOR, Level.RESELLER);
    private static final int BATCH = 500;

    /// Whose plans are meant.
    static final List<String> OWNERS = List.of("owner-id", "owner-login", "owner-all");

    private final PlanDirectory directory;
    private final PlanWords words;
    private final PlanForm form;
    private final PlanTold told;
    private final AccountWords accounts;
    private final AccountDirectory owners;
    private final Kept kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    ServicePlanOperator(
            PlanDirectory directory,
            PlanWords words,
            PlanForm form,
            PlanTold told,
            AccountWords accounts,
            AccountDirectory owners,
            Kept kept,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.words = words;
        this.form = form;
        this.told = told;
        this.accounts = accounts;
        this.owners = owners;
        this.kept = kept;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("service-plan");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new LinkedHashMap<String, Operation>();
        all.put("add", Operation.needing(this::add, "name"));
        all.put("get", Operation.filtered(KINDS, this::get));
        all.put("set", Operation.filtered(KINDS, this::set));
        all.put("del", Operation.filtered(KINDS, this::del));
        all.put("duplicate", Operation.filtered(KINDS, this::duplicate, "duplicate-name"));
        for (var level : List.of("limit", "permission", "physical-hosting"))
            all.put(
                    "get-" + level + "-descriptor",
                    Operation.filtered(
                            KINDS, (asked, exchange, results) -> descriptor(level, asked, exchange, results)));
        all.replaceAll((_, one) -> one.choosing("", OWNERS));
        return all;
    }

    /// Whose plans are meant; absent: those of everybody in sight.
    private Optional<Long> owner(Element asked, Exchange exchange) {
        if (asked.has("owner-all")) return Optional.empty();
        return Optional.of(transaction.read(
                exchange.scope(),
                () -> accounts.owner(asked, PROVIDERS)
                        .map(AccountDetails::id)
                        .orElseGet(() -> exchange.isAdministrator()
                                ? Scope.ADMINISTRATOR
                                : exchange.scope().accountId())));
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.RESELLER);
        exchange.tell(results, () -> {
            long owner = owner(asked, exchange).orElse(Scope.ADMINISTRATOR);
            long id = deeds.together(exchange, () -> {
                long made = deeds.make(exchange, "plan.create", owner, form.fresh(asked, PlanWords.HOSTING, owner));
                words.refuseTaken(asked, owner, PlanWords.HOSTING, made);
                kept.keep(exchange, Kept.Subject.PLAN, made, PlanForm.kept(asked));
                return made;
            });
            return new Element("result").add("status", "ok").add("id", id).add("guid", guid(exchange, id));
        });
    }

    private Object guid(Exchange exchange, long id) {
        var found = transaction
                .read(exchange.scope(), () -> directory.read(List.of(id)))
                .get(id);
        return found == null ? "" : found.guid();
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        each(
                asked,
                exchange,
                results,
                (id, key) -> transaction.read(exchange.scope(), () -> {
                    var found = directory.read(List.of(id)).get(id);
                    if (found == null) throw new Failed(ErrorNumbers.MISSING, MISSING);
                    var words = kept.of(Kept.Subject.PLAN, id);
                    return told.plan(found, words, owners.read(found.plan().accountId()));
                }));
    }

    /// Of the plans that are named; where none is, what holds for all.
    private void descriptor(String level, Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        if (Filter.of(asked).isAll()) {
            results.accept(new Element("result").add("status", "ok").add(Descriptors.of(level)));
            return;
        }
        each(
                asked,
                exchange,
                results,
                (id, key) -> transaction.read(exchange.scope(), () -> {
                    if (!directory.read(List.of(id)).containsKey(id)) throw new Failed(ErrorNumbers.MISSING, MISSING);
                    return new Element("result").add("status", "ok").add(key).add(Descriptors.of(level));
                }));
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.RESELLER);
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, (id, key) -> {
            deeds.together(exchange, () -> {
                var found = directory.read(List.of(id)).get(id);
                if (found == null) throw new Failed(ErrorNumbers.MISSING, MISSING);
                deeds.start(exchange, "plan.change", id, form.changed(asked, found.plan()));
                words.refuseTaken(asked, found.plan().accountId(), PlanWords.HOSTING, id);
                kept.keep(exchange, Kept.Subject.PLAN, id, PlanForm.kept(asked));
                return true;
            });
            return new Element("result").add("status", "ok").add(key);
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, (id, key) -> {
            deeds.start(exchange, "plan.remove", id, Map.of());
            return new Element("result").add("status", "ok").add(key);
        });
    }

    private void duplicate(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.RESELLER);
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, (id, _) -> {
            long copy = deeds.together(exchange, () -> {
                long made = deeds.make(exchange, "plan.clone", id, Map.of());
                var plan = directory.read(List.of(made)).get(made);
                if (plan == null) throw new Failed(ErrorNumbers.MISSING, MISSING);
                var name = new Element("set").add("name", asked.text("duplicate-name"));
                deeds.start(exchange, "plan.change", made, form.changed(name, plan.plan()));
                kept.keep(exchange, Kept.Subject.PLAN, made, PlanWords.copied(kept.of(Kept.Subject.PLAN, id)));
                return made;
            });
            return new Element("result").add("status", "ok").add("id", copy).add("guid", guid(exchange, copy));
        });
    }

    private interface Work {
        /// @param key what it was filtered by
        Element of(long id, Element key);
    }

    /// Plans are few, and told without a filter's id: by what they were named, where they were.
    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        var filter = Filter.of(asked);
        var owner = owner(asked, exchange);
        if (filter.isAll()) {
            var ids = all(exchange, owner);
            if (ids.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var id : ids) exchange.tell(results, () -> work.of(id, Element.of("id", id)));
            return;
        }
        for (var value : filter.values()) {
            var key = Element.of(filter.kind(), value);
            exchange.tell(results, result -> result.add(key), () -> {
                var id = transaction.read(
                        exchange.scope(), () -> words.find(filter.kind(), value, owner, PlanWords.HOSTING));
                return work.of(id.orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING)), key);
            });
        }
    }

    private List<Long> all(Exchange exchange, Optional<Long> owner) {
        return transaction.read(exchange.scope(), () -> {
            var ids = new ArrayList<Long>();
            List<Long> some;
            do {
                some = directory.after(PlanWords.HOSTING, owner, ids.isEmpty() ? 0 : ids.getLast(), BATCH);
                ids.addAll(some);
            } while (some.size() == BATCH);
            return ids;
        });
    }
}
