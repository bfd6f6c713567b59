package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reseller.
///
/// @param list what the current tab lists
public record ResellerPage(
        Frame frame, AccountCard account, @Nullable HoldingView holding, List<Tab> tabs, ListPage list) {}
