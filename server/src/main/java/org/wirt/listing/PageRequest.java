package org.wirt.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which page of a list is wanted: sort, direction, size, and the row it follows or precedes.
public record PageRequest(String sort, boolean descending, int size, Optional<Cursor> after, Optional<Cursor> before) {

    public static final int DEFAULT_SIZE = 50;
    public static final List<Integer> SIZES = List.of(25, 50, 100, 250);

    /// Reads `sort`, `dir`, `size`, `after`, `before`; whatever is unknown is the default.
    public static PageRequest of(Map<String, List<String>> parameters, List<String> sorts, int preferredSize) {
        var sort = first(parameters, "sort");
        return new PageRequest(
                sorts.contains(sort) ? sort : sorts.getFirst(),
                first(parameters, "dir").equals("desc"),
                size(first(parameters, "size"), preferredSize),
                Cursor.read(first(parameters, "after")),
                Cursor.read(first(parameters, "before")));
    }

    /// The same for a list that begins with the newest: downwards unless asked otherwise.
    public static PageRequest newest(Map<String, List<String>> parameters, String sort, int preferredSize) {
        return new PageRequest(
                sort,
                !first(parameters, "dir").equals("asc"),
                size(first(parameters, "size"), preferredSize),
                Cursor.read(first(parameters, "after")),
                Cursor.read(first(parameters, "before")));
    }

    public boolean backwards() {
        return before.isPresent() && after.isEmpty();
    }

    public static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static int size(String text, int preferred) {
        return new Parameter.Size().read(text).orElse(SIZES.contains(preferred) ? preferred : DEFAULT_SIZE);
    }
}
