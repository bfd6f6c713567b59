package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A job and, when it is over, its receipt.
/// @param progress present while it runs
/// @param retry    once more, for what did not succeed or was not reached
/// @param undone   what came of taking it back; absent: nobody tried
/// @param awaited  its servers have not answered yet, but will in a moment
public record JobView(
        String id,
        String heading,
        @Nullable ProgressView progress,
        String summary,
        List<ServiceReceipt> services,
        List<ReceiptRow> rows,
        long moreRows,
        @Nullable Link retry,
        @Nullable String csvHref,
        @Nullable String undo,
        @Nullable Undone undone,
        boolean awaited,
        @Nullable Link back) {

    /// @param text what came of it
    /// @param href the page of the job that took it back
    public record Undone(String text, String href) {}
}
