package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// How one object came out of a job.
///
/// @param href absent where the object has no page, or none any more
public record ReceiptRow(
        String name,
        @Nullable String href,
        Status.Kind kind,
        @Nullable String note) {}
