package org.wirt.dialect;

import java.util.function.Consumer;

/// What can be asked of an operator.
///
/// @param check refuses the whole packet, before anything in it is done
record Operation(Consumer<Element> check, Run run) {

    interface Run {
        void answer(Element asked, Exchange exchange, Consumer<Element> results);
    }

    static Operation of(Run run) {
        return new Operation(_ -> {}, run);
    }

    /// With these nodes in it; a node of a node behind a slash.
    static Operation needing(Run run, String... nodes) {
        return new Operation(
                asked -> {
                    for (var way : nodes) {
                        var within = asked;
                        for (var node : way.split("/", -1)) within = within.needed(node);
                    }
                },
                run);
    }

    /// With a filter of one of these kinds, and these nodes.
    static Operation filtered(Filter.Kinds kinds, Run run, String... nodes) {
        return new Operation(
                asked -> {
                    Filter.check(asked, kinds);
                    for (var node : nodes) asked.needed(node);
                },
                run);
    }
}
