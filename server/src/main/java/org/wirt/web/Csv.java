package org.wirt.web;

import java.nio.charset.StandardCharsets;

/// A table as RFC 4180 text. A cell that a spreadsheet would take for a formula gets a leading apostrophe.
final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    Csv(Object... heads) {
        row(heads);
    }

    void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) text.append(',');
            cell(cells[i]);
        }
        text.append("\r\n");
    }

    private void cell(Object value) {
        var plain = value.toString();
        boolean formula = value instanceof String && !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0;
        text.append('"')
                .append(formula ? "'" : "")
                .append(plain.replace("\"", "\"\""))
                .append('"');
    }

    /// What was written since the last time, so that a long table never stands in memory whole.
    byte[] taken() {
        var bytes = bytes();
        text.setLength(0);
        return bytes;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
