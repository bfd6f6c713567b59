package org.wirt.dialect;

import java.util.List;
import java.util.Set;

/// Which objects are meant: by one kind of node, repeated, or all where there is none.
///
/// @param kind   empty: all that the caller sees
/// @param values in the order asked for
record Filter(String kind, List<String> values) {

    /// What an operator can be filtered by.
    ///
    /// @param one  nodes that name one object each
    /// @param many nodes that name whose objects are meant
    record Kinds(Set<String> one, Set<String> many) {

        private boolean know(String kind) {
            return one.contains(kind) || many.contains(kind);
        }
    }

    /// Where nobody says what is meant.
    static final Filter EVERYTHING = new Filter("", List.of());

    private static final String NODE = "filter";
    private static final String ALL = "all";

    static Filter of(Element asked) {
        var nodes = node(asked).children();
        if (nodes.isEmpty() || nodes.getFirst().name().equals(ALL)) return EVERYTHING;
        return new Filter(
                nodes.getFirst().name(), nodes.stream().map(Element::text).toList());
    }

    /// The one there is. What is a text only would be nothing, and nothing is everything.
    ///
    /// @throws Fault where there is none, another, or a text
    static Element node(Element asked) {
        var node = asked.needed(NODE);
        if (asked.all(NODE).size() > 1) throw Fault.malformed("There is one filter");
        if (!node.text().isEmpty()) throw Fault.malformed("A filter names by nodes");
        return node;
    }

    /// @throws Fault where kinds are mixed, or unknown
    static void check(Element asked, Kinds kinds) {
        var nodes = node(asked).children();
        for (var node : nodes) {
            if (!node.name().equals(ALL) && !kinds.know(node.name()))
                throw Fault.malformed("Node " + node.name() + " is not expected in filter");
            if (!node.name().equals(nodes.getFirst().name())) throw Fault.malformed("One filter has one kind of node");
        }
    }

    boolean isAll() {
        return kind.isEmpty();
    }

    /// Nobody changes or deletes everything by leaving out what he means.
    ///
    /// @throws Failed where nothing is named
    void refuseAll() {
        if (isAll()) throw Failed.invalid("Doing this to everything at once is not permitted: name what is meant.");
    }
}
