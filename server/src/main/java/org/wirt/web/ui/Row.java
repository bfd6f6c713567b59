package org.wirt.web.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a list.
///
/// @param cells by the key of their column
/// @param first the deed that has a button of its own beside the menu
public record Row(
        String id,
        String name,
        Map<String, Cell> cells,
        @Nullable Action first,
        List<Action> menu) {

    public @Nullable Cell cell(String column) {
        return cells.get(column);
    }
}
