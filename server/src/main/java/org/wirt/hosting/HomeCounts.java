package org.wirt.hosting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Scope;

/// How much there is in sight, and how much of it is dark. Call within a scoped transaction.
@Component
public class HomeCounts {

    public record Numbers(
            long customers, long customersDark, long resellers, long resellersDark, long subscriptions, long sites) {}

    private record Kept(Numbers numbers, Instant at) {}

    /// Counting this many takes long enough to be felt; then a number may be a minute old.
    private static final int MANY = 20_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final DSLContext database;
    private final Clock clock;
    private final ConcurrentHashMap<Long, Kept> kept = new ConcurrentHashMap<>();

    HomeCounts(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Numbers of(Scope scope) {
        var now = clock.instant();
        var before = kept.get(scope.accountId());
        if (before != null && before.at.plus(KEPT).isAfter(now)) return before.numbers;
        var numbers = all();
        if (numbers.customers > MANY) kept.put(scope.accountId(), new Kept(numbers, now));
        return numbers;
    }

    private Numbers all() {
        var r = database.fetchSingle("select * from wirt.home_counts()");
        return new Numbers(
                r.get("customers", Long.class),
                r.get("customers_dark", Long.class),
                r.get("resellers", Long.class),
                r.get("resellers_dark", Long.class),
                r.get("subscriptions", Long.class),
                r.get("sites", Long.class));
    }
}
