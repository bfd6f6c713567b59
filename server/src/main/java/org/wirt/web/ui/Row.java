package org.wirt.web.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a list.
///
/// @param cells by the key of their column
/// @param first the deed that has a button of its own beside the menu
/// @param menu what its menu offers, with [#ID] in place of the row's own id: rows in the same state share one menu
public record Row(
        String id,
        String name,
        Map<String, Cell> cells,
        @Nullable Action first,
        List<Action> menu) {

    public static final String ID = "~id~";

    /// The page of the object; where nothing else opens the menu, this does.
    public String href() {
        return cells.get("name") instanceof Cell.Name named && named.href() != null ? named.href() : "";
    }

    public @Nullable Cell cell(String column) {
        return cells.get(column);
    }
}
