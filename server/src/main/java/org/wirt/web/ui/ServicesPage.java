package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One kind of service over all subscriptions of a customer.
///
/// @param choice which domain it shows, where it shows one
/// @param none what is said to a customer without a subscription
public record ServicesPage(
        Frame frame,
        String title,
        List<String> notes,
        @Nullable DomainChoice choice,
        List<HostingGroup> groups,
        @Nullable EmptyState none,
        List<ConnectionTable> connections) {}
