package org.wirt.web.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A subscription in the list of its subscriber.
/// @param plan absent for Custom
public record SubscriptionRow(
        String id,
        String name,
        @Nullable String plan,
        LocalDate created,
        @Nullable LocalDate expires,
        Usage disk,
        Usage traffic,
        Status status,
        Status sync) {

    public String href() {
        return "/subscriptions/" + id;
    }
}
