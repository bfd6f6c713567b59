package org.wirt.dialect;

import java.util.HashMap;
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
import org.wirt.account.AccountDirectory;
import org.wirt.subscription.BoundPlan;
import org.wirt.value.Refused;

/// Resellers: the administrator's, and each may read himself.
@Component
class ResellerOperator implements Operator, Named {

    private static final Set<String> VALUES = Set.of("gen-info", "limits", "permissions");
    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id", "login", "guid", "external-id"), Set.of());

    private static final String POWER_USER = "power-user";

    private final AccountDirectory directory;
    private final AccountWords words;
    private final AccountFigures figures;
    private final Contracts contracts;
    private final OwnedDomains domains;
    private final PlanWords plans;
    private final Moving moving;
    private final ResellerPool pool;
    private final Kept kept;
    private final Matches matches;
    private final Filtered objects;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    ResellerOperator(
            AccountDirectory directory,
            AccountWords words,
            AccountFigures figures,
            Contracts contracts,
            OwnedDomains domains,
            PlanWords plans,
            Moving moving,
            ResellerPool pool,
            Kept kept,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.words = words;
        this.figures = figures;
        this.contracts = contracts;
        this.domains = domains;
        this.plans = plans;
        this.moving = moving;
        this.pool = pool;
        this.kept = kept;
        this.matches = matches;
        this.objects = new Filtered(matches, KINDS, words.finder(Level.RESELLER), CustomerOperator.MISSING);
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("reseller");
    }

    @Override
    public Optional<Filtered> filtered() {
        return Optional.of(objects);
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<>(Map.of(
                "add",
                        Operation.needing(this::add, "gen-info/pname", "gen-info/login", "gen-info/passwd")
                                .choosing("", PlanWords.NODES),
                "get", Operation.filtered(KINDS, this::get, "dataset"),
                "set", Operation.changing(KINDS, VALUES, this::set),
                "del", Operation.filtered(KINDS, this::del),
                "convert-to-customer", Operation.filtered(KINDS, this::convert),
                "switch-subscription",
                        Operation.filtered(KINDS, this::switchPlan).needingOne(PlanWords.OR_NONE),
                "sync-subscription", Operation.filtered(KINDS, this::sync),
                "get-domain-list", Operation.filtered(KINDS, this::domainList)));
        all.putAll(pool.operations());
        for (var level : List.of("limit", "permission"))
            all.put(
                    "get-" + level + "-descriptor",
                    Operation.filtered(
                            KINDS, (asked, exchange, results) -> descriptor(level, asked, exchange, results)));
        return all;
    }

    @Override
    public Map<Long, String> names(long after, int most) {
        return directory.usernames(Level.RESELLER, after, most);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        exchange.tell(results, () -> {
            var info = asked.needed("gen-info");
            long id = deeds.together(exchange, () -> {
                var input = new LinkedHashMap<>(words.newcomer(info));
                var plan = plans.named(exchange, asked, Scope.ADMINISTRATOR, PlanWords.RESELLER);
                plan.ifPresent(number -> input.put("plan", Long.toString(number)));
                long made;
                try {
                    made = deeds.make(exchange, "reseller.create", Scope.ADMINISTRATOR, input);
                } catch (Refused refused) {
                    throw taken(refused, info);
                }
                words.furnish(exchange, "reseller", made, info);
                kept.keep(exchange, Kept.Subject.ACCOUNT, made, plans.overuse(plan));
                contracts.ofReseller(exchange, made, asked, info);
                powerUser(exchange, made, info);
                return made;
            });
            var guid = transaction
                    .read(exchange.scope(), () -> directory.read(id))
                    .orElseThrow()
                    .guid();
            return new Element("result").add("status", "ok").add("id", id).add("guid", guid);
        });
    }

    /// How the panel shows itself to him elsewhere; kept.
    private void powerUser(Exchange exchange, long reseller, Element info) {
        info.child(POWER_USER)
                .ifPresent(said -> kept.keep(
                        exchange,
                        Kept.Subject.ACCOUNT,
                        reseller,
                        Map.of(POWER_USER, String.valueOf(Forms.bool(said.text())))));
    }

    /// Here a login that is taken has another number than for customers.
    private static RuntimeException taken(Refused refused, Element info) {
        return refused.first().code().equals("username-taken")
                ? Failed.invalid("Unable to set login or password argument: A user with username \""
                        + info.text("login") + "\" already exists.")
                : refused;
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var wanted = asked.needed("dataset");
        objects.read(asked, exchange, results, ids -> figures.read(ids, wanted.has("stat")), (result, read) -> {
            var data = new Element("data");
            if (wanted.has("gen-info"))
                data.add(words.info("gen-info", "cr-date", read.account())
                        .add(POWER_USER, isPowerUser(exchange, read.account().id())));
            if (wanted.has("stat")) data.add(read.ofReseller());
            contracts.tellReseller(exchange, read.account().id(), wanted, data);
            return result.add(data);
        });
    }

    private String isPowerUser(Exchange exchange, long id) {
        return transaction
                .read(exchange.scope(), () -> kept.of(Kept.Subject.ACCOUNT, id))
                .getOrDefault(POWER_USER, "false");
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        var values = asked.needed("values");
        var info = values.child("gen-info");
        objects.each(
                asked,
                exchange,
                results,
                id -> words.change(exchange, "reseller", id, info, () -> {
                    info.ifPresent(said -> powerUser(exchange, id, said));
                    contracts.ofReseller(exchange, id, values, info.orElseGet(() -> new Element("gen-info")));
                }));
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        Filter.of(asked).refuseAll();
        objects.each(asked, exchange, results, id -> deeds.start(exchange, "reseller.remove", id, Map.of()));
    }

    private void convert(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        matches.each(
                exchange,
                Filter.of(asked),
                KINDS,
                words.finder(Level.RESELLER, List.of(Level.RESELLER, Level.CUSTOMER)),
                CustomerOperator.MISSING,
                id -> {
                    refuseCustomer(exchange, id);
                    moving.toCustomer(
                            exchange, id, Forms.filled(asked, "plan-name").orElse(""));
                },
                results);
    }

    /// He is there, but is none already.
    private void refuseCustomer(Exchange exchange, long id) {
        transaction
                .read(exchange.scope(), () -> directory.read(id))
                .filter(account -> account.kind() == Level.CUSTOMER)
                .ifPresent(account -> {
                    throw Failed.invalid(account.username() + " is not a reseller");
                });
    }

    private void switchPlan(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        objects.each(
                asked,
                exchange,
                results,
                id -> deeds.together(exchange, () -> {
                    var plan = plans.named(exchange, asked, Scope.ADMINISTRATOR, PlanWords.RESELLER);
                    deeds.start(
                            exchange,
                            "reseller.plan",
                            id,
                            plan.map(p -> Map.of("plan", Long.toString(p))).orElseGet(Map::of));
                    kept.keep(exchange, Kept.Subject.ACCOUNT, id, plans.overuse(plan));
                    return true;
                }));
    }

    private void sync(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        objects.each(
                asked,
                exchange,
                results,
                id -> deeds.together(exchange, () -> {
                    var held = contracts.of(exchange, id);
                    var plan = held.plan()
                            .map(BoundPlan::id)
                            .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The reseller is bound to no plan."));
                    if (!held.locked()) return false;
                    deeds.bindAnew(exchange, "reseller", id, plan);
                    contracts.lasting(exchange, id, plans.validity(exchange, plan));
                    return true;
                }));
    }

    private void domainList(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        objects.read(asked, exchange, results, domains::of, (result, found) -> result.add(OwnedDomains.told(found)));
    }

    /// Of those that are named; where none is, what holds for all.
    private void descriptor(String level, Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        if (asked.needed("filter").children().isEmpty()) {
            results.accept(new Element("result").add("status", "ok").add(Descriptors.ofResellers(level)));
            return;
        }
        objects.read(
                asked,
                exchange,
                results,
                ids -> figures.read(ids, false),
                (result, _) -> result.add(Descriptors.ofResellers(level)));
    }
}
