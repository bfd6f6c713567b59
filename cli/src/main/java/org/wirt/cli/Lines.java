package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;

/// All that there is to know of one thing, a line each; what lies within it is indented.
///
/// @param kind of the thing: some of its fields are called otherwise than those of others
record Lines(Texts t, String kind) {

    private static final String INDENT = "  ";

    private record Line(String label, String value) {}

    List<String> of(Json one) {
        var lines = new ArrayList<Line>();
        gather(kind, one, "", lines);
        int width = lines.stream()
                .filter(line -> !line.value.isEmpty())
                .mapToInt(line -> line.label.length())
                .max()
                .orElse(0);
        return lines.stream()
                .map(line -> line.value.isEmpty()
                        ? line.label
                        : line.label + " ".repeat(width - line.label.length() + 2) + line.value)
                .toList();
    }

    private void gather(String within, Json one, String indent, List<Line> lines) {
        var cells = new Cells(t);
        for (var name : one.names()) {
            var value = one.at(name);
            var label = indent + t.column(within, name);
            if (cells.isOfParts(value)) {
                if (value.names().isEmpty()) continue;
                lines.add(new Line(label, ""));
                gather(name, value, indent + INDENT, lines);
                continue;
            }
            var told = Table.line(cells.of(name, value));
            if (!told.isEmpty()) lines.add(new Line(label, told));
        }
    }
}
