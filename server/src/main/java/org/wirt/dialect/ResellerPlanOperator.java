package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.Allowance;
import org.wirt.plan.PlanDirectory;

/// Reseller plans, which the administrator has.
@Component
class ResellerPlanOperator implements Operator {

    private static final String MISSING = "Reseller plan does not exist";
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "name", "guid", "external-id"), Set.of());
    private static final int MOST = 10_000;
    private static final String POOL = "ip-pool";
    private static final String ADDRESS = "ip-address";
    private static final List<String> ALLOCATED = List.of("allocate-ip", "allocate-ipv6");

    private final PlanDirectory directory;
    private final PlanWords words;
    private final PlanForm form;
    private final Addresses addresses;
    private final Kept kept;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    ResellerPlanOperator(
            PlanDirectory directory,
            PlanWords words,
            PlanForm form,
            Addresses addresses,
            Kept kept,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.words = words;
        this.form = form;
        this.addresses = addresses;
        this.kept = kept;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("reseller-plan");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("add", Operation.needing(this::add, "name"));
        all.put("get", named(this::get));
        all.put("set", named(this::set));
        all.put("del", named(this::del));
        all.put("duplicate", Operation.needing(this::duplicate, "name", "duplicate-name"));
        for (var level : List.of("limit", "permission"))
            all.put("get-" + level + "-descriptor", Operation.of((_, exchange, results) -> {
                exchange.needs(Level.ADMINISTRATOR);
                results.accept(new Element("result").add("status", "ok").add(Descriptors.ofResellers(level)));
            }));
        return all;
    }

    /// An empty filter is refused here: all are named as all.
    private static Operation named(Operation.Run run) {
        return new Operation(
                asked -> {
                    Filter.check(asked, KINDS);
                    if (asked.needed("filter").children().isEmpty())
                        throw Fault.malformed("the filter of reseller-plan names plans, or all");
                },
                run);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.ADMINISTRATOR);
        exchange.tell(results, () -> {
            long id = deeds.together(exchange, () -> {
                long made = deeds.make(
                        exchange,
                        "plan.create",
                        Scope.ADMINISTRATOR,
                        form.fresh(asked, PlanWords.RESELLER, Scope.ADMINISTRATOR));
                keep(exchange, made, asked);
                return made;
            });
            return head(exchange, id);
        });
    }

    private void keep(Exchange exchange, long id, Element asked) {
        words.refuseTaken(asked, Scope.ADMINISTRATOR, PlanWords.RESELLER, id);
        kept.keep(exchange, Kept.Subject.PLAN, id, PlanForm.kept(asked));
        asked.child(POOL).ifPresent(said -> kept.keep(exchange, Kept.Subject.PLAN, id, pool(said)));
    }

    /// Addresses that are here. All are shared: so many for one reseller alone can only be none.
    private Map<String, String> pool(Element said) {
        var pool = new HashMap<String, String>();
        pool.put(POOL, String.join(" ", addresses.those(said.all(ADDRESS))));
        for (var own : ALLOCATED)
            said.child(own).ifPresent(number -> {
                if (!number.text().equals("0"))
                    throw new Failed(
                            ErrorNumbers.NOT_SUPPORTED, "Addresses are shared: " + own + " of more than 0 is not.");
                pool.put(POOL + "." + own, number.text());
            });
        return pool;
    }

    /// As it was said, without what is gone since; where nothing was said, all there are.
    private Element pool(Map<String, String> said) {
        var pool = new Element(POOL);
        var named = List.of(said.getOrDefault(POOL, "").split(" "));
        var there = addresses.all();
        var both = named.stream().filter(there::contains).toList();
        for (var address : both.isEmpty() ? there : both) pool.add(ADDRESS, address);
        for (var own : ALLOCATED) {
            var number = said.getOrDefault(POOL + "." + own, "");
            if (!number.isEmpty()) pool.add(own, number);
        }
        return pool;
    }

    private PlanDirectory.Found read(Exchange exchange, long id) {
        return transaction.read(
                exchange.scope(),
                () -> Optional.ofNullable(directory.read(List.of(id)).get(id))
                        .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING)));
    }

    private Element head(Exchange exchange, long id) {
        var found = read(exchange, id);
        var external = transaction
                .read(exchange.scope(), () -> kept.of(Kept.Subject.PLAN, id))
                .getOrDefault(Kept.EXTERNAL_ID, "");
        return new Element("result")
                .add("status", "ok")
                .add("id", id)
                .add("name", found.plan().name())
                .add("guid", found.guid())
                .add("external-id", external);
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        each(asked, exchange, results, id -> {
            var terms = read(exchange, id).plan().terms();
            var held =
                    new Allowance(terms.limits(), terms.permissions(), terms.apps(), terms.overuse(), Optional.empty());
            var result = head(exchange, id);
            if (asked.has("limits"))
                result.add(OveruseWords.told(
                        TermWords.limits(held, true, terms.oversell())
                                .add(TermWords.ending(
                                        terms.validityDays().map(days -> days * PlanForm.SECONDS_OF_A_DAY))),
                        transaction.read(exchange.scope(), () -> kept.of(Kept.Subject.PLAN, id))));
            if (asked.has("permissions")) result.add(TermWords.permissions(held.permissions(), true));
            if (asked.has(POOL))
                result.add(pool(transaction.read(exchange.scope(), () -> kept.of(Kept.Subject.PLAN, id))));
            return result;
        });
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.ADMINISTRATOR);
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, id -> {
            deeds.together(exchange, () -> {
                var plan = read(exchange, id).plan();
                deeds.start(exchange, "plan.change", id, form.changed(asked, plan));
                keep(exchange, id, asked);
                return true;
            });
            return head(exchange, id);
        });
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        each(asked, exchange, results, id -> {
            var result = head(exchange, id);
            deeds.start(exchange, "plan.remove", id, Map.of());
            return result;
        });
    }

    private void duplicate(Element asked, Exchange exchange, Consumer<Element> results) {
        PlanWords.checkNames(asked);
        exchange.needs(Level.ADMINISTRATOR);
        exchange.tell(results, () -> {
            long copy = deeds.together(exchange, () -> {
                long id = find("name", asked.text("name"));
                long made = deeds.make(exchange, "plan.clone", id, Map.of());
                var name = new Element("set").add("name", asked.text("duplicate-name"));
                deeds.start(
                        exchange,
                        "plan.change",
                        made,
                        form.changed(name, read(exchange, made).plan()));
                kept.keep(exchange, Kept.Subject.PLAN, made, PlanWords.copied(kept.of(Kept.Subject.PLAN, id)));
                return made;
            });
            return head(exchange, copy);
        });
    }

    private long find(String kind, String value) {
        return words.find(kind, value, Optional.of(Scope.ADMINISTRATOR), PlanWords.RESELLER)
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, MISSING));
    }

    private interface Work {
        Element of(long id);
    }

    private void each(Element asked, Exchange exchange, Consumer<Element> results, Work work) {
        exchange.needs(Level.ADMINISTRATOR);
        var filter = Filter.of(asked);
        if (filter.isAll()) {
            var ids = transaction.read(
                    exchange.scope(),
                    () -> directory.after(PlanWords.RESELLER, Optional.of(Scope.ADMINISTRATOR), 0, MOST));
            if (ids.isEmpty()) results.accept(new Element("result").add("status", "ok"));
            for (var id : ids) exchange.tell(results, () -> work.of(id));
            return;
        }
        for (var value : filter.values())
            exchange.tell(
                    results,
                    result -> result.add(filter.kind(), value),
                    () -> work.of(transaction.read(exchange.scope(), () -> find(filter.kind(), value))));
    }
}
