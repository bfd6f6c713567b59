package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.value.Refused;

/// Customers.
@Component
class CustomerOperator implements Operator, Named {

    static final String MISSING = "client does not exist";

    private static final Set<String> VALUES = Set.of("gen_info");
    private static final Filter.Kinds KINDS =
            new Filter.Kinds(Set.of("id", "login", "guid", "external-id"), Set.of("owner-id", "owner-login"));

    private final AccountDirectory directory;
    private final AccountWords words;
    private final AccountFigures figures;
    private final OwnedDomains domains;
    private final Moving moving;
    private final ResellerPool pool;
    private final Addresses addresses;
    private final Filtered objects;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    CustomerOperator(
            AccountDirectory directory,
            AccountWords words,
            AccountFigures figures,
            OwnedDomains domains,
            Moving moving,
            ResellerPool pool,
            Addresses addresses,
            Matches matches,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.directory = directory;
        this.words = words;
        this.figures = figures;
        this.domains = domains;
        this.moving = moving;
        this.pool = pool;
        this.addresses = addresses;
        this.objects = new Filtered(matches, KINDS, words.finder(Level.CUSTOMER), MISSING);
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("customer", "client");
    }

    @Override
    public Optional<Filtered> filtered() {
        return Optional.of(objects);
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<>(Map.of(
                "add",
                        Operation.needing(this::add, "gen_info/pname", "gen_info/login", "gen_info/passwd")
                                .choosing("gen_info", AccountWords.OWNERS),
                "get", Operation.filtered(KINDS, this::get, "dataset"),
                "set", Operation.changing(KINDS, VALUES, this::set),
                "del", Operation.filtered(KINDS, this::del),
                "convert-to-reseller", Operation.filtered(KINDS, this::convert),
                "change-owner", Operation.filtered(KINDS, this::changeOwner, "new-owner-login"),
                "get-domain-list", Operation.filtered(KINDS, this::domainList)));
        all.putAll(pool.ofClients());
        return all;
    }

    @Override
    public Map<Long, String> names(long after, int most) {
        return directory.usernames(Level.CUSTOMER, after, most);
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.tell(results, () -> {
            exchange.needs(Level.RESELLER);
            refuseTerms(asked);
            var info = asked.needed("gen_info");
            long id = deeds.together(exchange, () -> {
                long made;
                try {
                    made = deeds.make(
                            exchange, "customer.create", words.provider(exchange, info), words.newcomer(info));
                } catch (Refused refused) {
                    if (!refused.first().code().equals("username-taken")) throw refused;
                    var taken = new Failed(
                            ErrorNumbers.EXISTS, "Client with login name '" + info.text("login") + "' already exists.");
                    taken.addSuppressed(refused);
                    throw taken;
                }
                words.furnish(exchange, "customer", made, info);
                return made;
            });
            return made(exchange, id);
        });
    }

    private Element made(Exchange exchange, long id) {
        var guid = transaction.read(exchange.scope(), () -> directory.read(id)).map(AccountDetails::guid);
        return new Element("result").add("status", "ok").add("id", id).add("guid", guid.orElse(null));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var wanted = asked.needed("dataset");
        objects.read(asked, exchange, results, ids -> figures.read(ids, wanted.has("stat")), (result, read) -> {
            var data = new Element("data");
            if (wanted.has("gen_info")) data.add(words.info("gen_info", "cr_date", read.account()));
            if (wanted.has("stat")) data.add(read.ofCustomer());
            return result.add(data);
        });
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var values = asked.needed("values");
        objects.each(asked, exchange, results, id -> {
            refuseTerms(values);
            words.change(exchange, "customer", id, values.child("gen_info"), () -> {});
        });
    }

    /// Older panels had them, and some programs always send the nodes, with nothing in them.
    private static void refuseTerms(Element said) {
        for (var node : List.of("limits", "permissions"))
            if (said.child(node)
                    .filter(terms ->
                            !terms.children().isEmpty() || !terms.text().isEmpty())
                    .isPresent())
                throw new Failed(
                        ErrorNumbers.NOT_SUPPORTED,
                        "A customer has no " + node + " of his own: those of his subscriptions hold.");
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        Filter.of(asked).refuseAll();
        objects.each(asked, exchange, results, id -> deeds.start(exchange, "customer.remove", id, Map.of()));
    }

    private void convert(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        objects.each(
                asked,
                exchange,
                results,
                id -> moving.toReseller(
                        exchange, id, Forms.filled(asked, "reseller-plan-name").orElse("")));
    }

    private void changeOwner(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        objects.each(asked, exchange, results, id -> {
            for (var node : List.of("ipV4-address", "ipV6-address")) addresses.check(asked.all(node));
            moving.toProvider(
                    exchange,
                    id,
                    asked.text("new-owner-login"),
                    Forms.filled(asked, "plan-name").orElse(""));
        });
    }

    private void domainList(Element asked, Exchange exchange, Consumer<Element> results) {
        objects.read(asked, exchange, results, domains::of, (result, found) -> result.add(OwnedDomains.told(found)));
    }
}
