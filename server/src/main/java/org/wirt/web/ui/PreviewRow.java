package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// What a verb would do to one object.
/// @param kind   DONE for a row that will change, UNCHANGED for one that already is so, REFUSED
/// @param note   why, for a row that will not change
/// @param wayOut what to do about it
public record PreviewRow(
        String name,
        String href,
        Status.Kind kind,
        @Nullable String note,
        @Nullable Link wayOut) {}
