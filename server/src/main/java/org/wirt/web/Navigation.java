package org.wirt.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Right;

/// The entries of the navigation. Each page family brings its own, so that an entry exists only when its page works.
@Component
class Navigation {

    /// @param label message key
    /// @param order from top to bottom
    /// @param right what a user role must grant for it
    record Entry(int order, String label, String icon, String path, Set<Level> levels, Optional<Right> right) {

        Entry(int order, String label, String icon, String path, Set<Level> levels) {
            this(order, label, icon, path, levels, Optional.empty());
        }

        Entry granted(Right by) {
            return new Entry(order, label, icon, path, levels, Optional.of(by));
        }

        boolean isFor(Caller reader) {
            return levels.contains(reader.level())
                    && right.filter(r -> !reader.rights().has(r)).isEmpty();
        }
    }

    private final List<Entry> entries;

    Navigation(List<Entry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparingInt(Entry::order)).toList();
    }

    List<Entry> of(Caller reader) {
        return entries.stream().filter(e -> e.isFor(reader)).toList();
    }
}
