package org.wirt.web.ui;

import java.util.List;

/// Heads of the shown columns, each a link that sorts.
public record TableHead(Address address, String sort, boolean descending, List<Column> columns, boolean selectable) {

    public boolean sortedBy(Column column) {
        return sort.equals(column.sort());
    }

    public String ariaSort(Column column) {
        if (!sortedBy(column)) return "none";
        return descending ? "descending" : "ascending";
    }

    public String href(Column column) {
        var key = column.sort() == null ? "" : column.sort();
        return address.without("after", "before")
                .with("sort", key)
                .with("dir", sortedBy(column) && !descending ? "desc" : "asc")
                .toString();
    }
}
