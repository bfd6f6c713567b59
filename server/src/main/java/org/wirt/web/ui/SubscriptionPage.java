package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One subscription, for its provider.
///
/// @param before what can be done with it, above its status
/// @param choice which domain it shows, where it shows one
/// @param usages what is used of what is granted
/// @param permissions each with the word for on or off
public record SubscriptionPage(
        Frame frame,
        String id,
        String name,
        Status status,
        List<StatusReason> reasons,
        List<Tab> tabs,
        String tab,
        @Nullable DomainChoice choice,
        List<HostingGroup> groups,
        List<String> notes,
        List<ConnectionTable> connections,
        List<Usage> usages,
        String counted,
        List<InfoRow> permissions,
        List<Action> before,
        List<Action> statusActions,
        List<Action> after,
        List<InfoRow> information) {}
