package org.wirt.dialect;

import java.util.Collection;
import java.util.Set;
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

    /// With these nodes in its filter and no others, of which some are needed.
    static Operation within(Set<String> known, Run run, String... needed) {
        return new Operation(
                asked -> {
                    var filter = Filter.node(asked);
                    for (var node : needed) filter.needed(node);
                    for (var node : filter.children()) if (!known.contains(node.name())) throw unexpected(node, filter);
                },
                run);
    }

    /// With a filter of one of these kinds, and values. Whoever says nothing there that is known means something else,
    /// and is not told that it is done.
    static Operation changing(Filter.Kinds kinds, Set<String> known, Run run) {
        return changing(kinds, "values", known, run);
    }

    /// @param where the node that holds the values
    static Operation changing(Filter.Kinds kinds, String where, Set<String> known, Run run) {
        return new Operation(
                        asked -> {
                            Filter.check(asked, kinds);
                            var values = asked.needed(where);
                            var said = values.children();
                            if (!said.isEmpty() && said.stream().noneMatch(node -> known.contains(node.name())))
                                throw unexpected(said.getFirst(), values);
                        },
                        run)
                .choosing("", Set.of(where));
    }

    /// With more that is looked at beforehand.
    Operation and(Consumer<Element> more) {
        return new Operation(check.andThen(more), run);
    }

    /// Only one of these nodes, which all name the same.
    ///
    /// @param where the node in which they stand, behind slashes; empty: the operation itself
    Operation choosing(String where, Collection<String> nodes) {
        return and(asked -> {
            var within = asked;
            for (var node : where.split("/", -1)) if (!node.isEmpty()) within = within.part(node);
            var said = within.children().stream()
                    .map(Element::name)
                    .filter(nodes::contains)
                    .toList();
            if (said.size() > 1) throw Fault.malformed("Only one is expected of " + String.join(", ", said));
        });
    }

    /// One of these nodes and no more.
    Operation needingOne(Collection<String> nodes) {
        return choosing("", nodes).and(asked -> {
            if (nodes.stream().noneMatch(asked::has))
                throw Fault.malformed("One is needed of " + String.join(", ", nodes));
        });
    }

    private static Fault unexpected(Element node, Element where) {
        return Fault.malformed("Node " + node.name() + " is not expected in " + where.name());
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
