package org.wirt.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// The entries of the navigation. Each page family brings its own, so that an entry exists only when its page works.
@Component
class Navigation {

    /// @param label message key
    /// @param order from top to bottom
    record Entry(int order, String label, String icon, String path, Set<Level> levels) {}

    private final List<Entry> entries;

    Navigation(List<Entry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparingInt(Entry::order)).toList();
    }

    List<Entry> of(Level level) {
        return entries.stream().filter(e -> e.levels.contains(level)).toList();
    }
}
