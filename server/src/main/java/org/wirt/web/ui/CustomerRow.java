package org.wirt.web.ui;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer in a list.
/// @param refusals why a verb is impossible for this customer now, by verb name
public record CustomerRow(
        String id,
        String name,
        String description,
        Status status,
        String company,
        String username,
        String email,
        long subscriptions,
        long domains,
        Usage disk,
        Usage traffic,
        @Nullable Link provider,
        LocalDate created,
        Map<String, String> refusals) {

    public String href() {
        return "/customers/" + id;
    }
}
