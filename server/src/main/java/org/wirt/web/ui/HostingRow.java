package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A site, FTP login, mailbox or record of the DNS among those of its group.
///
/// @param status absent where nothing can be said of the one that does not hold for all
/// @param open where it can be looked at
/// @param cells what the columns after the name say
public record HostingRow(
        String id,
        String name,
        @Nullable String open,
        String note,
        @Nullable Status status,
        List<String> cells,
        List<Action> menu) {}
