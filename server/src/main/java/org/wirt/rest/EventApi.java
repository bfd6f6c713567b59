package org.wirt.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.EventFeed;
import org.wirt.audit.EventTold;

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

    /// @param last goes into `after` next time, also where there were none
    record Events(List<EventTold> rows, long last) {}

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
                    .map(EventTold::of)
                    .toList();
            return new Events(rows, rows.isEmpty() ? after : rows.getLast().id());
        });
    }
}
