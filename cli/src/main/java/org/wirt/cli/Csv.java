package org.wirt.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Comma separated values (RFC 4180).
final class Csv {

    private Csv() {}

    /// What another panel wrote must not become a formula of whoever opens it as a table.
    static String line(String... values) {
        return Arrays.stream(values)
                .map(value -> value.matches("(?s)[=+@\\t].*") ? "'" + value : value)
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
