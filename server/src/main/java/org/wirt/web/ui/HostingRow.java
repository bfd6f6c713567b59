package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A site, FTP login or mailbox among those of its group.
///
/// @param open where it can be looked at
/// @param cells what the columns after the name say
public record HostingRow(
        String id,
        String name,
        @Nullable String open,
        String note,
        Status status,
        List<String> cells,
        List<Action> menu) {}
