package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;

/// Database servers. One is named, for which databases are kept; it does not run yet, and the answer says so.
@Component
class DbServerOperator implements Operator {

    private static final Filter.Kinds KINDS = new Filter.Kinds(Set.of("id"), Set.of());
    private static final Filter.Kinds TYPES = new Filter.Kinds(Set.of("type"), Set.of());
    private static final String TYPE = "mysql";
    private static final int LOCAL = 1;

    private final KeptObjects kept;
    private final ScopedTransaction transaction;

    DbServerOperator(KeptObjects kept, ScopedTransaction transaction) {
        this.kept = kept;
        this.transaction = transaction;
    }

    /// The one that databases of this type are kept for.
    ///
    /// @param id empty: the usual one
    /// @throws Failed where there is no such server, or it is of another type
    static String serving(String id, String type) {
        check(id);
        if (!type.equals(TYPE)) throw new Failed(14_008, "Wrong type of database server.");
        return Integer.toString(LOCAL);
    }

    /// @param id empty: the usual one
    static void check(String id) {
        if (!id.isEmpty() && !id.equals(Integer.toString(LOCAL)))
            throw new Failed(ErrorNumbers.MISSING, "Database server does not exist.");
    }

    @Override
    public List<String> names() {
        return List.of("db_server");
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "get", Operation.filtered(KINDS, this::get),
                "get-supported-types",
                        Operation.of((_, _, results) -> results.accept(
                                new Element("result").add("status", "ok").add("type", TYPE))),
                "get-default", Operation.filtered(TYPES, this::usual),
                "get-local", Operation.filtered(TYPES, this::usual));
    }

    private void get(Element asked, Exchange exchange, Consumer<Element> results) {
        exchange.needs(Level.ADMINISTRATOR);
        var filter = Filter.of(asked);
        for (var id : filter.isAll() ? List.of("1") : filter.values())
            exchange.tell(results, () -> {
                check(id.isEmpty() ? "0" : id);
                int databases = transaction
                        .read(exchange.scope(), () -> kept.all(DatabaseOperator.KIND))
                        .size();
                return new Element("result")
                        .add("status", "ok")
                        .add("id", LOCAL)
                        .add(new Element("data")
                                .add("host", "localhost")
                                .add("port", 3306)
                                .add("type", TYPE)
                                .add("admin", "")
                                .add("status", "CONNECTION_FAILED")
                                .add("db_num", databases)
                                .add("default", "")
                                .add("local", ""));
            });
    }

    private void usual(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = Filter.of(asked);
        for (var type : filter.isAll() ? List.of(TYPE) : filter.values())
            exchange.tell(results, () -> {
                if (!type.equals(TYPE)) throw new Failed(14_009, "No such database server is configured.");
                return new Element("result")
                        .add("status", "ok")
                        .add("type", TYPE)
                        .add("id", LOCAL);
            });
    }
}
