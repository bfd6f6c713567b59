package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a kind is hosted, with what is to be said besides.
///
/// @param choice which domain is shown; absent where there is nothing to choose
public record HostedView(
        @Nullable DomainChoice choice,
        List<HostingGroup> groups,
        List<String> notes,
        List<ConnectionTable> connections) {

    public static final HostedView NONE = new HostedView(null, List.of(), List.of(), List.of());
}
