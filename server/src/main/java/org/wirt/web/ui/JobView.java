package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job and, when it is over, its receipt.
/// @param progress present while it runs
public record JobView(
        String id,
        String heading,
        @Nullable ProgressView progress,
        String summary,
        List<ServiceReceipt> services,
        List<ReceiptRow> rows,
        long moreRows,
        @Nullable String retry,
        @Nullable String csvHref,
        @Nullable String undo,
        @Nullable Link back) {}
