package org.wirt.access;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// How often each of many may ask: so many requests a minute, all at once or evenly. A program that runs wild is held
/// up, and nobody else is.
public final class Pace {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /// What came of asking once.
    ///
    /// @param left  how many are left at the moment
    /// @param again when there will be all of them, or the next one where none is left
    public record Asked(boolean granted, int most, long left, Duration again) {}

    private final int most;
    private final ConcurrentHashMap<Object, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param most in a minute
    public Pace(int most) {
        this.most = Math.max(1, most);
    }

    /// @param who a token, a login: whatever is one of those that ask
    public Asked ask(Object who) {
        var bucket = buckets.computeIfAbsent(
                who,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        var again = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Asked(probe.isConsumed(), most, probe.getRemainingTokens(), Duration.ofNanos(again));
    }

    public static long seconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }

    public static long window() {
        return WINDOW.toSeconds();
    }
}
