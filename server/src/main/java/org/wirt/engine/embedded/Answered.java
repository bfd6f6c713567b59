package org.wirt.engine.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whom mailboxes have answered by themselves within a day. Only so many are remembered: beyond them, the longest ago
/// may be answered again.
final class Answered {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST = 100_000;

    private final Map<Pair, Instant> last = new LinkedHashMap<>();
    private final Clock clock;

    Answered(Clock clock) {
        this.clock = clock;
    }

    private record Pair(long mailbox, String sender) {}

    /// Whether it is his turn; then he has had it.
    synchronized boolean isFirst(long mailbox, String sender) {
        var pair = new Pair(mailbox, sender);
        var now = clock.instant();
        var before = last.get(pair);
        if (before != null && now.isBefore(before.plus(A_DAY))) return false;
        last.remove(pair);
        if (last.size() >= MOST) last.remove(last.keySet().iterator().next());
        last.put(pair, now);
        return true;
    }
}
