package org.wirt.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/// Looks again and again, in its own rhythm and on its own thread: what one watch does never holds up another.
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Rhythm rhythm;
    private final List<Runnable> steps;
    private @Nullable Thread worker;

    /// @param steps what one look is, in this order
    public Watch(String name, Rhythm rhythm, List<Runnable> steps) {
        this.name = name;
        this.rhythm = rhythm;
        this.steps = List.copyOf(steps);
    }

    public synchronized void start() {
        // Of the system's: a connection by socket holds a virtual one's carrier while it waits, and there are as few of
        // those as processors.
        worker = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// Lets the step that is under way come to its end: one that is cut short leaves a broken connection behind.
    public void stop() {
        var ending = leave();
        if (ending == null) return;
        rhythm.in(Duration.ZERO);
        try {
            if (!ending.join(PATIENCE)) ending.interrupt();
        } catch (InterruptedException _) {
            ending.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread leave() {
        var ending = worker;
        worker = null;
        return ending;
    }

    private void run() {
        try {
            while (!stopping()) {
                steps.forEach(this::attempt);
                rhythm.await();
            }
        } catch (InterruptedException _) {
            // The panel stops.
        }
    }

    /// An accident of one step must not end the watch, nor hold up the others; the next look starts from state again.
    private void attempt(Runnable step) {
        if (stopping()) return;
        try {
            step.run();
        } catch (RuntimeException e) {
            if (stopping()) return;
            LOG.warn(
                    "The agent meets an accident and tries again: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            rhythm.in(AFTER_ACCIDENT);
        }
    }

    private synchronized boolean stopping() {
        return worker != Thread.currentThread();
    }
}
