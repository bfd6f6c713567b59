package org.wirt.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What became of each object of another panel. Only those are kept that somebody must look at: of the others there may
/// be very many.
final class Taken {

    /// How it came out.
    enum Outcome {
        TAKEN,
        THERE,
        NOT
    }

    /// @param source number there
    /// @param target number here; empty: none
    /// @param why    of what could not be taken
    record Row(String kind, String source, String guid, String name, String target, Outcome outcome, String why) {}

    private final Consumer<Row> seen;
    private final List<Row> troubled = new ArrayList<>();
    private final Map<String, Map<Outcome, Integer>> counts = new LinkedHashMap<>();

    /// @param seen is told of each as it comes
    Taken(Consumer<Row> seen) {
        this.seen = seen;
    }

    void add(Row row) {
        counts.computeIfAbsent(row.kind, _ -> new EnumMap<>(Outcome.class)).merge(row.outcome, 1, Integer::sum);
        if (row.outcome == Outcome.NOT) troubled.add(row);
        seen.accept(row);
    }

    int count() {
        return counts.values().stream()
                .flatMap(one -> one.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// Those that somebody must look at.
    List<Row> troubled() {
        return Collections.unmodifiableList(troubled);
    }

    /// By kind, in the order in which they were taken.
    Map<String, Map<Outcome, Integer>> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
