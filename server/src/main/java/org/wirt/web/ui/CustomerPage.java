package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer.
///
/// @param shutOut his subscriptions do not give access to the panel, so that he cannot sign in
/// @param totals used and allotted over all subscriptions
/// @param list the list of the tab, where it is one
/// @param older address of the activity before the shown one
public record CustomerPage(
        Frame frame,
        AccountCard account,
        @Nullable Link provider,
        boolean shutOut,
        List<Usage> totals,
        List<Tab> tabs,
        String tab,
        @Nullable ListPage list,
        List<UserRow> users,
        List<ActivityRow> activity,
        @Nullable String older) {}
