package org.wirt.engine;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What ends by itself at its time: a suspension with an end date is lifted; a subscription whose term is over goes
/// dark in the views without anybody telling, so that open sessions must be looked at then.
final class Terms {

    private static final String LAPSED = "delete from wirt.reason where until <= now()";
    private static final String NEXT = """
            select clock_timestamp(), least(
                (select min(until) from wirt.reason where until > now()),
                (select min(expires_at) from wirt.subscription where expires_at > now()),
                (select min(expires_at) from wirt.account where expires_at > now()))""";

    private final SystemRole system;

    Terms(SystemRole system) {
        this.system = system;
    }

    /// Lifts the suspensions whose time is over.
    void lift() {
        system.call(database -> database.execute(LAPSED));
    }

    /// How long until the next suspension is lifted or the next subscription expires.
    Optional<Duration> next() {
        return system.call(database -> database.resultQuery(NEXT)
                .fetchOptional()
                .flatMap(row -> {
                    var next = row.get(1, OffsetDateTime.class);
                    var now = row.get(0, OffsetDateTime.class);
                    return next == null || now == null ? Optional.empty() : Optional.of(Duration.between(now, next));
                }));
    }
}
