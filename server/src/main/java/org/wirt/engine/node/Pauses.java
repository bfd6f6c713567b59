package org.wirt.engine.node;

import java.time.Duration;
import java.time.Instant;

/// When something that has ended is started again: at once, and with growing pauses while it ends or fails each time.
final class Pauses {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration pause = Duration.ZERO;
    private Instant tried = Instant.EPOCH;

    boolean over(Instant now) {
        return !now.isBefore(tried.plus(pause));
    }

    /// @param now when it is tried
    void trying(Instant now) {
        var ran = Duration.between(tried, now);
        pause = ran.compareTo(LONGEST.plus(pause)) > 0 ? FIRST : longer();
        tried = now;
    }

    private Duration longer() {
        var twice = pause.isZero() ? FIRST : pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    /// From the last try to the next.
    Duration length() {
        return pause;
    }
}
