package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as people read them: columns as wide as what is in them, and as narrow as the terminal wants it.
final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heads) {
        this.heads = heads;
    }

    void add(List<String> row) {
        rows.add(row.stream().map(Table::line).toList());
    }

    /// What another wrote must not move the cursor of whoever reads it.
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /// @param width of the terminal; 0: as wide as need be
    List<String> lines(int width) {
        var widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) widths[i] = widest(i);
        if (width > 0) fit(widths, width);
        var lines = new ArrayList<String>();
        lines.add(written(heads, widths));
        for (var row : rows) lines.add(written(row, widths));
        return lines;
    }

    private int widest(int column) {
        int widest = heads.get(column).length();
        for (var row : rows) widest = Math.max(widest, row.get(column).length());
        return widest;
    }

    /// Takes from the widest column until all fit.
    private static void fit(int[] widths, int width) {
        int most = width - GAP.length() * (widths.length - 1);
        while (java.util.Arrays.stream(widths).sum() > most) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) if (widths[i] > widths[widest]) widest = i;
            if (widths[widest] <= NARROWEST) return;
            widths[widest]--;
        }
    }

    private static String written(List<String> row, int[] widths) {
        var out = new ArrayList<String>();
        for (int i = 0; i < widths.length; i++) out.add(padded(row.get(i), widths[i]));
        return out.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static String padded(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }
}
