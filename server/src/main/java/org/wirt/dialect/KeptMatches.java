package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;

/// What can be done with objects that are only kept: made, told as a filter means them, and forgotten.
@Component
class KeptMatches {

    private final KeptObjects kept;
    private final ScopedTransaction transaction;

    KeptMatches(KeptObjects kept, ScopedTransaction transaction) {
        this.kept = kept;
        this.transaction = transaction;
    }

    /// @param one says what is to be kept; within the transaction that keeps it
    void add(Exchange exchange, Supplier<KeptObjects.New> one, Consumer<Element> results) {
        exchange.tell(
                results,
                () -> new Element("result")
                        .add("status", "ok")
                        .add("id", transaction.write(exchange.scope(), () -> kept.add(exchange, one.get()))));
    }

    interface Work {
        /// @param result with status, filter-id and id in it
        Element of(KeptObjects.One one, Element result);
    }

    /// How objects of a kind are found besides by number: by nodes that name one, and by nodes that name whose.
    record Ways(
            String kind,
            String missing,
            Set<String> one,
            Map<String, Function<String, List<KeptObjects.One>>> others) {}

    void each(Exchange exchange, Filter filter, Ways ways, Work work, Consumer<Element> results) {
        for (var value : filter.isAll() ? List.of("") : filter.values()) {
            var found = transaction.read(exchange.scope(), () -> found(filter.kind(), value, ways));
            if (found.isEmpty()) results.accept(nothing(filter, value, ways));
            for (var one : found) {
                var key = filter.isAll() ? Long.toString(one.id()) : value;
                exchange.tell(
                        results,
                        result -> result.add("filter-id", key).add("id", one.id()),
                        () -> work.of(
                                one,
                                new Element("result")
                                        .add("status", "ok")
                                        .add("filter-id", key)
                                        .add("id", one.id())));
            }
        }
    }

    /// Changes those that are named, each in a transaction in which nobody else does.
    void change(
            Exchange exchange, Element asked, Ways ways, Consumer<KeptObjects.One> deed, Consumer<Element> results) {
        var filter = Filter.of(asked);
        filter.refuseAll();
        Work work = (one, result) -> {
            transaction.run(
                    exchange.scope(),
                    () -> deed.accept(kept.held(ways.kind, one.id())
                            .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, ways.missing))));
            return result;
        };
        each(exchange, filter, ways, work, results);
    }

    /// Forgets those that are named, each with what hangs on it.
    ///
    /// @param hanging finds that; within the same transaction
    void remove(
            Exchange exchange,
            Element asked,
            Ways ways,
            Function<KeptObjects.One, List<KeptObjects.One>> hanging,
            Consumer<Element> results) {
        Filter.of(asked).refuseAll();
        Work work = (one, result) -> {
            transaction.run(exchange.scope(), () -> {
                for (var other : hanging.apply(one)) kept.remove(exchange, other);
                kept.remove(exchange, one);
            });
            return result;
        };
        each(exchange, Filter.of(asked), ways, work, results);
    }

    /// The same with one that was found otherwise.
    Element removed(Exchange exchange, KeptObjects.One one) {
        transaction.run(exchange.scope(), () -> kept.remove(exchange, one));
        return new Element("result").add("status", "ok").add("id", one.id());
    }

    private static Element nothing(Filter filter, String value, Ways ways) {
        if (filter.isAll()) return new Element("result").add("status", "ok");
        if (filter.kind().equals("id") || ways.one.contains(filter.kind()))
            return new Failed(ErrorNumbers.MISSING, ways.missing).result().add("filter-id", value);
        return new Element("result").add("status", "ok").add("filter-id", value);
    }

    private List<KeptObjects.One> found(String kind, String value, Ways ways) {
        if (kind.isEmpty()) return kept.all(ways.kind);
        if (kind.equals("id"))
            return Ids.number(value).flatMap(id -> kept.find(ways.kind, id)).stream()
                    .toList();
        var way = ways.others.get(kind);
        return way == null ? List.of() : way.apply(value);
    }
}
