package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// A column of a list.
///
/// @param sort   name of the sort key, absent when the column cannot be sorted
/// @param number right-aligned
public record Column(String key, String label, @Nullable String sort, boolean number, boolean shown) {

    /// Name and status need no label where a row is shown as a card.
    public boolean labelled() {
        return !key.equals("name") && !key.equals("status");
    }

    /// The class of its cells.
    public String look() {
        return number ? "w-col-" + key + " w-num" : "w-col-" + key;
    }
}
