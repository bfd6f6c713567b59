package org.wirt.plan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The applications somebody may install.
public sealed interface Apps {

    record All() implements Apps {}

    record Named(Set<String> names) implements Apps {

        public Named {
            names = Set.copyOf(names);
        }

        /// By name.
        public List<String> sorted() {
            return List.copyOf(new TreeSet<>(names));
        }
    }

    static Apps all() {
        return new All();
    }

    static Apps none() {
        return new Named(Set.of());
    }

    /// As the column holds them: null is all.
    static Apps of(String @Nullable [] column) {
        return column == null ? all() : new Named(Set.of(column));
    }

    default String @Nullable [] column() {
        return switch (this) {
            case All() -> null;
            case Named named -> named.sorted().toArray(String[]::new);
        };
    }

    /// Either; all wins.
    default Apps or(Apps other) {
        return switch (this) {
            case All() -> this;
            case Named(var mine) ->
                switch (other) {
                    case All() -> other;
                    case Named(var his) ->
                        new Named(Set.copyOf(
                                Stream.concat(mine.stream(), his.stream()).toList()));
                };
        };
    }

    static Apps united(Collection<Apps> all) {
        return all.stream().reduce(none(), Apps::or);
    }

    /// What is allowed here and above.
    default Apps within(Apps above) {
        return switch (this) {
            case All() -> above;
            case Named(var names) -> {
                var left = new TreeSet<>(names);
                if (above instanceof Named(var allowed)) left.retainAll(allowed);
                yield new Named(left);
            }
        };
    }

    /// Whether everything here is allowed above too.
    default boolean areWithin(Apps above) {
        return switch (above) {
            case All() -> true;
            case Named(var allowed) ->
                switch (this) {
                    case All() -> false;
                    case Named(var names) -> allowed.containsAll(names);
                };
        };
    }
}
