package org.wirt.web.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list of customers.
/// @param fragment   only the part that htmx swaps is wanted
/// @param verbs      names of the verbs this caller may use, `customer.create` and `customer.log-in-as` among them
/// @param filterOpen whether the filter row is open
/// @param job        a bulk job started from this list
public record CustomerListPage(
        Frame frame,
        boolean fragment,
        Address address,
        Total total,
        List<CustomerRow> rows,
        List<Column> columns,
        String sort,
        boolean descending,
        Set<String> verbs,
        Form filter,
        boolean filterOpen,
        List<Option> providers,
        List<Chip> chips,
        Pager pager,
        @Nullable String exportHref,
        @Nullable JobView job) {

    public boolean may(String verb) {
        return verbs.contains(verb);
    }

    public boolean shows(String column) {
        return columns.stream().anyMatch(c -> c.shown() && c.key().equals(column));
    }

    public TableHead head() {
        return new TableHead(
                address,
                sort,
                descending,
                columns.stream().filter(Column::shown).toList(),
                true);
    }
}
