package org.wirt.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Rows for one table, gathered and inserted by thousands: every column is an array, every value text until the
/// database gives it its type.
final class Rows {

    private static final int BATCH = 5_000;

    private final String table;
    private final List<String> names;
    private final List<String> types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /// @param columns each as `name type`
    Rows(String table, String... columns) {
        this.table = table;
        this.names =
                Arrays.stream(columns).map(c -> c.substring(0, c.indexOf(' '))).toList();
        this.types =
                Arrays.stream(columns).map(c -> c.substring(c.indexOf(' ') + 1)).toList();
    }

    void add(@Nullable Object... values) {
        if (values.length != names.size()) throw new IllegalArgumentException(table + " has " + names);
        rows.add(values);
    }

    int size() {
        return rows.size();
    }

    void insert(DSLContext database) {
        var sql = sql();
        for (int from = 0; from < rows.size(); from += BATCH) {
            database.execute(sql, columns(rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
        rows.clear();
    }

    private String sql() {
        var numbers = IntStream.range(0, names.size()).boxed().toList();
        return "insert into wirt." + table + " (" + String.join(", ", names) + ") select "
                + numbers.stream().map(i -> "c" + i + "::" + types.get(i)).collect(Collectors.joining(", "))
                + " from unnest("
                + String.join(", ", Collections.nCopies(names.size(), "?::text[]"))
                + ") as t ("
                + numbers.stream().map(i -> "c" + i).collect(Collectors.joining(", ")) + ")";
    }

    private Object[] columns(List<@Nullable Object[]> part) {
        var columns = new Object[names.size()];
        for (int c = 0; c < columns.length; c++) {
            var column = new @Nullable String[part.size()];
            for (int r = 0; r < column.length; r++) {
                var value = part.get(r)[c];
                column[r] = value == null ? null : value.toString();
            }
            columns[c] = column;
        }
        return columns;
    }
}
