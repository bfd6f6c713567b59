package org.wirt.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;

/// The words about database servers. None of them is spoken to, and the answer says so; no password is kept.
@Component
class DbServerOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of());
    private static final Filter.Kinds THOSE = new Filter.Kinds(Set.of("id", "dsn"), Set.of());
    private static final Filter.Kinds TYPES = new Filter.Kinds(Set.of("type"), Set.of());
    private static final int NOT_CONFIGURED = 14_009;
    private static final int MOST_PORTS = 65_535;

    private final DbServers servers;
    private final KeptObjects kept;
    private final ScopedTransaction transaction;

    DbServerOperator(DbServers servers, KeptObjects kept, ScopedTransaction transaction) {
        this.servers = servers;
        this.kept = kept;
        this.transaction = transaction;
    }

    @Override
    public List<String> names() {
        return List.of("db_server");
    }

    @Override
    public Map<String, Operation> operations() {
        var all = new HashMap<String, Operation>();
        all.put("add", Operation.needing(this::add, "host", "port", "type", "admin"));
        all.put("set", Operation.needing(this::set, "id"));
        all.put("del", Operation.filtered(THOSE, this::del));
        all.put("set-default", new Operation(DbServerOperator::oneIsNamed, this::choose));
        all.put("get", Operation.filtered(KINDS, this::get));
        all.put("get-supported-types", Operation.of(this::types));
        all.put(
                "get-default",
                Operation.filtered(
                        TYPES, (asked, exchange, results) -> usual(asked, exchange, results, servers::usual)));
        all.put(
                "get-local",
                Operation.filtered(TYPES, (asked, exchange, results) -> usual(asked, exchange, results, this::local)));
        return all;
    }

    private static void oneIsNamed(Element asked) {
        if (!asked.has("id")) asked.needed("type");
    }

    private void add(Element asked, Exchange exchange, Consumer<Element> results) {
        done(exchange, results, () -> {
            var said = said(asked);
            long id = servers.add(exchange, asked.text("type"), said);
            if (isOn(asked.child("default"))) servers.choose(exchange, servers.find(Long.toString(id)));
            return id;
        });
    }

    /// The node alone means yes.
    private static boolean isOn(Optional<Element> said) {
        return said.filter(node -> node.text().isEmpty() || Forms.bool(node.text()))
                .isPresent();
    }

    /// What is kept of a server besides its type, as far as it is named.
    private static Map<String, String> said(Element asked) {
        var said = new LinkedHashMap<String, String>();
        for (var node : List.of("host", "port", "admin"))
            asked.child(node).ifPresent(value -> said.put(node, value.text().strip()));
        said.computeIfPresent("host", (_, host) -> host.toLowerCase(Locale.ROOT));
        if (said.containsKey("host") && !said.get("host").matches("[a-z0-9._:\\\\-]{1,255}"))
            throw Failed.invalid("The host is none.");
        if (said.containsKey("port") && !isPort(said.get("port"))) throw Failed.invalid("The port is none.");
        if (said.containsKey("admin") && said.get("admin").isEmpty())
            throw Failed.invalid("The login of the administrator is missing.");
        return said;
    }

    private static boolean isPort(String text) {
        return Ids.number(text).filter(port -> port > 0 && port <= MOST_PORTS).isPresent();
    }

    private void set(Element asked, Exchange exchange, Consumer<Element> results) {
        done(exchange, results, () -> {
            var server = servers.find(asked.text("id"));
            servers.change(exchange, server, said(asked));
            return server.id();
        });
    }

    /// A type alone means the local server.
    private void choose(Element asked, Exchange exchange, Consumer<Element> results) {
        done(exchange, results, () -> {
            var server = asked.has("id")
                    ? servers.find(asked.text("id"))
                    : local(asked.text("type")).orElseThrow(DbServerOperator::none);
            servers.choose(exchange, server);
            return server.id();
        });
    }

    private static Failed none() {
        return new Failed(NOT_CONFIGURED, "No such database server is configured.");
    }

    private interface Deed {
        /// @return number of the server
        long done();
    }

    private void done(Exchange exchange, Consumer<Element> results, Deed deed) {
        exchange.needs(Level.ADMINISTRATOR);
        exchange.tell(
                results,
                () -> new Element("result")
                        .add("status", "ok")
                        .add("id", transaction.write(exchange.scope(), deed::done)));
    }

    private void del(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        Filter.of(asked).refuseAll();
        var filter = Filter.of(asked);
        boolean numbers = filter.kind().equals("id");
        for (var value : filter.values())
            exchange.tell(results, result -> result.addIf(numbers, "id", value), () -> {
                long id = transaction.write(exchange.scope(), () -> {
                    var server = numbers ? servers.find(value) : servers.at(value);
                    servers.remove(exchange, server);
                    return server.id();
                });
                return new Element("result").add("status", "ok").add("id", id);
            });
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        var filter = Filter.of(asked);
        var wanted = filter.isAll() ? ids(exchange) : filter.values();
        for (var id : wanted)
            exchange.tell(
                    results, result -> result.add("id", id), () -> transaction.read(exchange.scope(), () -> told(id)));
    }

    private List<String> ids(Exchange exchange) {
        return transaction.read(exchange.scope(), servers::all).stream()
                .map(one -> Long.toString(one.id()))
                .toList();
    }

    private Element told(String id) {
        var server = servers.find(id);
        var data = new Element("data")
                .add("host", server.host())
                .add("port", server.port())
                .add("type", server.type())
                .add("admin", server.admin())
                .add("status", "CONNECTION_FAILED")
                .add(
                        "db_num",
                        kept.saying(DatabaseOperator.KIND, DbServers.SERVER, id).size())
                .addIf(servers.isUsual(server), "default", "")
                .addIf(server.kept().isEmpty(), "local", "");
        return new Element("result").add("status", "ok").add("id", id).add(data);
    }

    /// Those of which there is a server.
    private List<String> types(Exchange exchange) {
        return transaction.read(exchange.scope(), servers::all).stream()
                .map(DbServers.Server::type)
                .distinct()
                .toList();
    }

    private void types(Element asked, Exchange exchange, Consumer<Element> results) {
        var result = new Element("result").add("status", "ok");
        types(exchange).forEach(type -> result.add("type", type));
        results.accept(result);
    }

    private Optional<DbServers.Server> local(String type) {
        return servers.all().stream()
                .filter(one -> one.kept().isEmpty() && one.type().equals(type))
                .findFirst();
    }

    private void usual(
            Element asked,
            Exchange exchange,
            Consumer<Element> results,
            Function<String, Optional<DbServers.Server>> of) {
        var filter = Filter.of(asked);
        for (var type : filter.isAll() ? types(exchange) : filter.values()) {
            var server = transaction.read(exchange.scope(), () -> of.apply(type));
            if (server.isEmpty() && filter.isAll()) continue;
            exchange.tell(
                    results,
                    () -> new Element("result")
                            .add("status", "ok")
                            .add("type", type)
                            .add(
                                    "id",
                                    server.orElseThrow(DbServerOperator::none).id()));
        }
    }
}
