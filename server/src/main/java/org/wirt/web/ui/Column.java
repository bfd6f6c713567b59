package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// A column of a list.
///
/// @param sort   name of the sort key, absent when the column cannot be sorted
/// @param number right-aligned
public record Column(String key, String label, @Nullable String sort, boolean number, boolean shown) {

    /// The class of its cells.
    public String look() {
        return number ? "w-col-" + key + " w-num" : "w-col-" + key;
    }
}
