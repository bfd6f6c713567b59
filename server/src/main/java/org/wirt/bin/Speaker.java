package org.wirt.bin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirt.dialect.Dialect;
import org.wirt.dialect.Element;
import org.wirt.dialect.Exchange;

/// Whoever gives the commands, and the dialect as he asks it.
record Speaker(Exchange exchange, Dialect dialect) {

    /// @throws org.wirt.dialect.Failed where it is not there or cannot be done
    Element one(String operator, Element asked) {
        return dialect.one(exchange, operator, asked);
    }

    List<Element> all(String operator, Element asked) {
        return dialect.all(exchange, operator, asked);
    }

    void each(String operator, Element asked, Consumer<Element> results) {
        dialect.each(exchange, operator, asked, results);
    }

    /// Of all in sight, one in a line.
    String names(String operator) {
        var text = new StringBuilder();
        dialect.names(exchange, operator, name -> text.append(name).append('\n'));
        return text.toString();
    }

    <R> R together(Supplier<R> work) {
        return dialect.together(exchange, work);
    }

    Optional<Long> deed(String verb, long target, Map<String, String> input) {
        return dialect.deed(exchange, verb, target, input);
    }

    /// A request about the one that is called so.
    static Element on(String operation, String kind, String name) {
        return new Element(operation).add(new Element("filter").add(kind, name));
    }

    /// A request about all in sight.
    static Element onAll(String operation) {
        return new Element(operation).add(new Element("filter"));
    }

    static Element dataset(String... parts) {
        var dataset = new Element("dataset");
        for (var part : parts) dataset.add(new Element(part));
        return dataset;
    }
}
