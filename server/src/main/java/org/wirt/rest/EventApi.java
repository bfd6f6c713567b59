package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.EventFeed;

/// What happened, to be read on from where a program stopped.
@RestController
class EventApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final EventFeed feed;
    private final ScopedTransaction transaction;

    EventApi(EventFeed feed, ScopedTransaction transaction) {
        this.feed = feed;
        this.transaction = transaction;
    }

    /// @param type   the kind of object and what became of it: `customer.status-changed`
    /// @param verb   the deed
    /// @param actingAs whom the actor had logged in as; absent: nobody
    /// @param before the values that changed, as they were
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
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

        private static Row of(EventFeed.Event event) {
            var line = event.line();
            return new Row(
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

    /// @param last goes into `after` next time, also where there were none
    record Events(List<Row> rows, long last) {}

    /// Without `after` nothing is told but where the end is: from there a program that is new follows.
    @Reading(AuditApi.KIND)
    @GetMapping("/api/v1/events")
    Events events(
            Call call,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "" + USUAL) int size) {
        feed.update();
        return transaction.read(call.caller().scope(), () -> {
            if (after == null) return new Events(List.of(), feed.last());
            var rows = feed.after(after, Math.clamp(size, 1, MOST)).stream()
                    .map(Row::of)
                    .toList();
            return new Events(rows, rows.isEmpty() ? after : rows.getLast().id());
        });
    }
}
