package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;

/// The way from the dialect to the verbs.
@Component
class Deeds {

    private final Operations operations;

    Deeds(Operations operations) {
        this.operations = operations;
    }

    /// Several deeds that are one: all happen or none.
    <R> R together(Exchange exchange, Supplier<R> deeds) {
        return Again.until(() -> operations.together(exchange.caller(), deeds));
    }

    /// The same with one that is read first.
    ///
    /// @param missing what is said where it is not there
    <T> void together(Exchange exchange, Supplier<Optional<T>> read, String missing, Consumer<T> deeds) {
        together(exchange, () -> {
            deeds.accept(read.get().orElseThrow(() -> new Failed(ErrorNumbers.MISSING, missing)));
            return true;
        });
    }

    /// Calls a domain otherwise, where another name is said.
    void rename(Exchange exchange, long site, Optional<String> name) {
        name.ifPresent(said -> start(exchange, "site.rename", site, Map.of("domain", said)));
    }

    /// Binds to the plan that it has already, so that it holds what that says from now on, and is locked no more.
    ///
    /// @param kind of what is bound
    void bindAnew(Exchange exchange, String kind, long id, long plan) {
        var verb = kind + ".plan";
        start(exchange, verb, id, Map.of());
        start(exchange, verb, id, Map.of("plan", Long.toString(plan)));
    }

    /// @return number of what was made, where something was
    Optional<Long> start(Exchange exchange, String verb, long target, Map<String, String> input) {
        return Again.until(() -> once(exchange, verb, target, input));
    }

    private Optional<Long> once(Exchange exchange, String verb, long target, Map<String, String> input) {
        var caller = exchange.newDeed();
        var known = operations.permitted(verb, caller);
        var said = new HashMap<String, List<String>>();
        input.forEach((field, value) -> said.put(field, List.of(value)));
        return operations.startNamed(known, Selection.one(target), said, caller).made();
    }

    long make(Exchange exchange, String verb, long target, Map<String, String> input) {
        return start(exchange, verb, target, input).orElseThrow();
    }
}
