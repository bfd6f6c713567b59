package org.wirt.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converting customers to resellers, a plan for each.
public record ConvertPage(
        Frame frame,
        String heading,
        List<Row> rows,
        List<Option> plans,
        Selection selection,
        Form form,
        String returnTo) {

    /// @param limits what the reseller would have, in words
    public record Row(
            String id,
            String name,
            String href,
            long subscriptions,
            List<String> limits,
            Status.Kind kind,
            @Nullable String note) {}
}
