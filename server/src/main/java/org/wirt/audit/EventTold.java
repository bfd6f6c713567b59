package org.wirt.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event as programs are told of it, whether they ask for it or are sent it.
///
/// @param id     its place in the feed
/// @param type   the kind of object and what became of it: `customer.status-changed`
/// @param verb   the deed
/// @param actingAs whom the actor had logged in as; absent: nobody
/// @param before the values that changed, as they were
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventTold(
        long id,
        String type,
        Instant at,
        String verb,
        String object,
        long objectId,
        String name,
        String actor,
        @Nullable String actingAs,
        String outcome,
        Map<String, String> before,
        Map<String, String> after) {

    public static EventTold of(EventFeed.Event event) {
        var line = event.line();
        return new EventTold(
                event.id(),
                event.type(),
                line.at(),
                line.verb(),
                line.object(),
                line.objectId(),
                line.name(),
                line.actor(),
                line.actingAs().isEmpty() ? null : line.actingAs(),
                line.outcome(),
                line.before(),
                line.after());
    }
}
