package org.wirt.rest;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;

/// How often each token may ask: so many requests a minute, all at once or evenly. A program that runs wild is held up,
/// and nobody else is.
@Component
class Pace {

    static final String SETTING = "WIRT_API_REQUESTS_PER_MINUTE";

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int USUAL = 1_200;

    /// What came of asking once.
    ///
    /// @param left  how many are left at the moment
    /// @param again when there will be all of them, or the next one where none is left
    record Asked(boolean granted, int most, long left, Duration again) {}

    private final int most;
    private final ConcurrentHashMap<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    Pace(Settings settings) {
        this.most = Math.max(1, settings.number(SETTING, USUAL));
    }

    Asked ask(UUID token) {
        var bucket = buckets.computeIfAbsent(
                token,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        var again = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Asked(probe.isConsumed(), most, probe.getRemainingTokens(), Duration.ofNanos(again));
    }

    static long seconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }

    static long window() {
        return WINDOW.toSeconds();
    }
}
