package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;

/// The addresses of a reseller: all that the hosting nodes have, which he shares with the others, and with customers.
/// What asks for that has it; nothing else can be had.
@Component
class ResellerPool {

    private static final String RESELLER = "reseller-id";
    private static final String ADDRESS = "ip-address";
    private static final String TYPE = "ip-type";
    private static final String CLIENT = "client_id";
    private static final String OLD_ADDRESS = "ip_address";

    private final Addresses addresses;
    private final AccountWords words;
    private final ScopedTransaction transaction;

    ResellerPool(Addresses addresses, AccountWords words, ScopedTransaction transaction) {
        this.addresses = addresses;
        this.words = words;
        this.transaction = transaction;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "ippool-add-ip", checked(asked -> asked.needed("ip"), this::add),
                "ippool-del-ip", checked(asked -> asked.needed(ADDRESS), this::del),
                "ippool-set-ip", checked(ResellerPool::checkSet, this::set));
    }

    /// Once clients had addresses, too: whoever buys space, or sells it again.
    Map<String, Operation> ofClients() {
        return Map.of("ippool_add_ip", Operation.needing(this::addToClient, CLIENT, OLD_ADDRESS));
    }

    private void addToClient(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.RESELLER);
        var client = asked.text(CLIENT);
        var finder = words.finder(Level.CUSTOMER, List.of(Level.CUSTOMER, Level.RESELLER));
        if (transaction.read(exchange.scope(), () -> finder.one("id", client)).isEmpty())
            throw new Failed(ErrorNumbers.MISSING, CustomerOperator.MISSING);
        for (var address : asked.all(OLD_ADDRESS))
            exchange.tell(results, () -> {
                refuseNone(address);
                return new Element("result").add("status", "ok");
            });
    }

    private static Operation checked(Consumer<Element> check, Operation.Run run) {
        return new Operation(
                        asked -> {
                            if (!asked.has(Kept.EXTERNAL_ID)) asked.needed(RESELLER);
                            check.accept(asked);
                        },
                        run)
                .choosing("", List.of(RESELLER, Kept.EXTERNAL_ID));
    }

    private static void checkSet(Element asked) {
        Filter.node(asked).needed(ADDRESS);
        asked.needed("values").needed(TYPE);
        if (asked.all("values").size() > 1) throw Fault.malformed("There is one values");
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!isThere(asked, exchange, results)) return;
        for (var said : asked.all("ip")) one(exchange, said.part(ADDRESS), results, () -> share(said));
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!isThere(asked, exchange, results)) return;
        for (var address : asked.all(ADDRESS))
            one(exchange, address, results, () -> {
                throw new Failed(
                        ErrorNumbers.NOT_SUPPORTED,
                        "All resellers share the addresses of the hosting nodes: none is taken from one of them.");
            });
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        if (!isThere(asked, exchange, results)) return;
        for (var address : asked.needed("filter").all(ADDRESS))
            one(exchange, address, results, () -> share(asked.needed("values")));
    }

    private static void share(Element said) {
        switch (said.text(TYPE)) {
            case "", "shared" -> {}
            case "exclusive" ->
                throw new Failed(
                        ErrorNumbers.NOT_SUPPORTED,
                        "All resellers share the addresses of the hosting nodes: none is one reseller's alone.");
            default -> throw Failed.invalid("Wrong type of address: " + said.text(TYPE));
        }
    }

    private boolean isThere(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        var kind = asked.has(RESELLER) ? "id" : Kept.EXTERNAL_ID;
        var value = asked.text(asked.has(RESELLER) ? RESELLER : Kept.EXTERNAL_ID);
        Optional<Long> found = transaction.read(
                exchange.scope(), () -> words.finder(Level.RESELLER).one(kind, value));
        if (found.isEmpty())
            results.accept(new Failed(ErrorNumbers.MISSING, CustomerOperator.MISSING)
                    .result()
                    .addIf(asked.has(RESELLER), RESELLER, value));
        return found.isPresent();
    }

    private void one(Exchange exchange, Element address, Consumer<Element> results, Runnable deed) {
        exchange.tell(results, result -> result.add(ADDRESS, address.text()), () -> {
            refuseNone(address);
            deed.run();
            return new Element("result").add("status", "ok").add(ADDRESS, address.text());
        });
    }

    private void refuseNone(Element address) {
        if (addresses.those(List.of(address)).isEmpty())
            throw new Failed(ErrorNumbers.NO_ADDRESS, "No IP address is named.");
    }
}
