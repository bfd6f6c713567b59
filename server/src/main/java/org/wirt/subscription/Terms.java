package org.wirt.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.operation.Change;

/// When subscriptions end. From the second an end has passed they are expired; a new date is all it takes to bring them
/// back. Call within a scoped transaction.
@Component("subscriptionTerms")
class Terms {

    private static final String EXPIRES = "expires";

    private final DSLContext database;

    Terms(DSLContext database) {
        this.database = database;
    }

    void set(Map<Long, Instant> ends) {
        if (ends.isEmpty()) return;
        var sorted = new TreeMap<>(ends);
        database.execute(
                "update wirt.subscription s set expires_at = e.at, changed = changed + 1 "
                        + "from unnest(cast(? as bigint[]), cast(? as timestamptz[])) e (id, at) where s.id = e.id",
                sorted.keySet().toArray(Long[]::new),
                sorted.values().stream().map(Instant::toString).toArray(String[]::new));
    }

    /// @param end absent: never
    void setAll(List<Long> ids, Optional<Instant> end) {
        database.execute(
                "update wirt.subscription set expires_at = cast(? as timestamptz), changed = changed + 1 where id = any(?)",
                end.map(Instant::toString).orElse(null),
                ids.toArray(Long[]::new));
    }

    /// The change, with the old and new ends of these subscriptions.
    static Change remember(Change change, List<Subscription> subscriptions, Map<Long, Instant> ends) {
        var before = new ArrayList<Map<String, Object>>();
        var after = new ArrayList<Map<String, Object>>();
        for (var subscription : subscriptions) {
            var end = ends.get(subscription.id());
            if (end == null) continue;
            before.add(json(
                    subscription.id(),
                    subscription.expires().map(Instant::toString).orElse("")));
            after.add(json(subscription.id(), end.toString()));
        }
        if (after.isEmpty()) return change;
        var old = new HashMap<>(change.before());
        var now = new HashMap<>(change.after());
        old.put(EXPIRES, before);
        now.put(EXPIRES, after);
        return new Change(change.id(), old, now, change.remark());
    }

    static Map<Long, Instant> remembered(Map<String, Object> before) {
        var ends = new HashMap<Long, Instant>();
        if (before.get(EXPIRES) instanceof List<?> list) {
            for (var one : list) {
                if (!(one instanceof Map<?, ?> json)
                        || String.valueOf(json.get("at")).isEmpty()) continue;
                ends.put(Long.parseLong(String.valueOf(json.get("id"))), Instant.parse(String.valueOf(json.get("at"))));
            }
        }
        return ends;
    }

    private static Map<String, Object> json(long id, String at) {
        return Map.of("id", id, "at", at);
    }
}
