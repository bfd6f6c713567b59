package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any list: every one has the same anatomy, and its whole state is its address.
///
/// @param fragment only the part that htmx swaps is wanted
/// @param matching what the list's verbs take for all of it: its filters, and what narrows it by standing where it does
/// @param kind     whose list it is, for its looks
/// @param dense    low rows
/// @param total absent where nobody counts
/// @param job a bulk job started from this list
public record ListPage(
        Frame frame,
        boolean fragment,
        Address address,
        Address matching,
        String kind,
        boolean dense,
        Head head,
        Search search,
        Table table,
        @Nullable Total total,
        @Nullable JobView job) {

    /// @param begin the primary button
    /// @param tabs where a page has several lists; else none
    /// @param views one's own, by name; absent where a list keeps none
    public record Head(
            String title,
            @Nullable String lead,
            List<Tab> tabs,
            @Nullable Link begin,
            ListToolbar toolbar,
            @Nullable String exportHref,
            @Nullable List<Link> views) {}

    /// @param query whether there is a search field
    /// @param open whether the filter row is open
    public record Search(boolean query, List<Field> filters, boolean open, List<Chip> chips) {

        public boolean any() {
            return query || !filters.isEmpty();
        }
    }

    /// @param chosen whether the reader has said which columns he wants: then none gives way on a narrow screen
    /// @param none what is said where nothing was ever added
    public record Table(
            List<Column> columns,
            boolean chosen,
            String sort,
            boolean descending,
            List<Row> rows,
            Pager pager,
            EmptyState none) {

        public List<Column> shown() {
            return columns.stream().filter(Column::shown).toList();
        }

        /// Without deeds for rows nothing can be ticked.
        public boolean hasMenus() {
            return rows.stream().anyMatch(row -> !row.menu().isEmpty() || row.first() != null);
        }

        /// The different menus of the rows: a few, however many rows there are.
        public List<List<Action>> menus() {
            return rows.stream()
                    .map(Row::menu)
                    .filter(menu -> !menu.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    public boolean selectable() {
        return !head.toolbar().groups().isEmpty();
    }

    public boolean narrowed() {
        return !search.chips().isEmpty() || !address.value("q").isEmpty();
    }

    public TableHead tableHead() {
        return new TableHead(address, table.sort(), table.descending(), table.shown(), selectable());
    }
}
