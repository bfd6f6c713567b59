package org.wirt.engine;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// When the agent looks next: at a wake-up, shortly after it again, because a login may have been answered just before
/// the commit, and now and then anyway. Any number of wake-ups at once are one.
public final class Rhythm {

    private static final Duration[] AFTER_WAKE = {
        Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5)
    };
    private static final Duration ANYWAY = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final long GRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final TreeSet<Long> due = new TreeSet<>();
    private final long origin = System.nanoTime();
    private long looked = -BETWEEN.toNanos();

    public void wake() {
        for (var delay : AFTER_WAKE) in(delay);
    }

    public void in(Duration delay) {
        lock.lock();
        try {
            due.add(grain(elapsed() + Math.max(0, delay.toNanos())));
            earlier.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when it is time, and forgets every time that has passed. A moment lies between two looks: a hundred
    /// suspensions in a row must not be slowed down by a hundred looks at everybody.
    void await() throws InterruptedException {
        lock.lock();
        try {
            var latest = elapsed() + ANYWAY.toNanos();
            for (var wait = until(latest); wait > 0; wait = until(latest)) earlier.awaitNanos(wait);
            due.headSet(elapsed() + 1).clear();
            looked = elapsed();
        } finally {
            lock.unlock();
        }
    }

    private long until(long latest) {
        var next = due.isEmpty() ? latest : Math.min(due.first(), latest);
        return Math.max(next, looked + BETWEEN.toNanos()) - elapsed();
    }

    private long elapsed() {
        return System.nanoTime() - origin;
    }

    /// Rounded up: looking a moment too early would find nothing to do.
    private static long grain(long nanos) {
        return Math.ceilDiv(nanos, GRAIN_NANOS) * GRAIN_NANOS;
    }
}
