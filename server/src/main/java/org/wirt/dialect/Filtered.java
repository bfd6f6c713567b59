package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// The objects of an operator as filters name them.
///
/// @param missing what is said of one that is not there
record Filtered(Matches matches, Filter.Kinds kinds, Matches.Finder finder, String missing) {

    /// What is told of objects that were read together.
    ///
    /// @param read reads a batch; within a scoped transaction
    <T> void read(
            Element asked,
            Exchange exchange,
            Consumer<Element> results,
            Function<List<Long>, Map<Long, T>> read,
            BiFunction<Element, T, Element> told) {
        matches.read(exchange, Filter.of(asked), kinds, finder, read, missing, told, results);
    }

    /// Does something with each that is named.
    void each(Element asked, Exchange exchange, Consumer<Element> results, Matches.Work work) {
        matches.each(exchange, Filter.of(asked), kinds, finder, missing, work, results);
    }
}
