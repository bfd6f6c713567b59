package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// How one object came out of a job.
public record ReceiptRow(
        String name,
        String href,
        Status.Kind kind,
        @Nullable String note) {}
