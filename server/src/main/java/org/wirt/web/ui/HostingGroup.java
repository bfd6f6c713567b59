package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What belongs to one subscription or domain, under its name.
///
/// @param href the page of what it belongs to
/// @param add how one more is added; absent where it is not provided for
/// @param heads of the columns after the name
/// @param empty what is said where there is none yet
/// @param menu what can be done with what it belongs to
public record HostingGroup(
        String id,
        String title,
        @Nullable String href,
        @Nullable Status status,
        String note,
        @Nullable Action add,
        String firstHead,
        List<String> heads,
        List<HostingRow> rows,
        String empty,
        List<Action> menu) {

    public HostingGroup(
            String id,
            String title,
            @Nullable String href,
            @Nullable Status status,
            String note,
            @Nullable Action add,
            String firstHead,
            List<String> heads,
            List<HostingRow> rows,
            String empty) {
        this(id, title, href, status, note, add, firstHead, heads, rows, empty, List.of());
    }

    /// Whether no other group of the page has a button of the same words.
    public boolean addsAlone(List<HostingGroup> all) {
        if (add == null) return true;
        return all.stream()
                        .filter(other -> other.add != null && other.add.label().equals(add.label()))
                        .count()
                == 1;
    }

    /// Whether each row stands in its own way.
    public boolean withStatus() {
        return rows.stream().anyMatch(row -> row.status() != null);
    }
}
