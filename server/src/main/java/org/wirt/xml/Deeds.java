package org.wirt.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return operations.together(exchange.caller(), deeds);
    }

    /// @return number of what was made, where something was
    Optional<Long> start(Exchange exchange, String verb, long target, Map<String, String> input) {
        var caller = exchange.newDeed();
        var known = operations.permitted(verb, caller);
        var selection = Selection.one(target);
        var said = new HashMap<String, List<String>>();
        input.forEach((field, value) -> said.put(field, List.of(value)));
        return operations
                .start(known, selection, operations.filled(known, selection, said, caller), caller)
                .made();
    }

    long make(Exchange exchange, String verb, long target, Map<String, String> input) {
        return start(exchange, verb, target, input).orElseThrow();
    }
}
