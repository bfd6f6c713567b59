package org.wirt.engine.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wirt.engine.Consumption;
import org.wirt.engine.Consumption.Space;
import org.wirt.hosting.Homes;

/// Writes down what the servers of this process have measured, every half minute and after they have stopped. Disk
/// space is measured where files have changed, and once a night everywhere, because a subscription's own programs
/// write too. Mailboxes are kept in memory and take no disk space.
public final class Metering implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Metering.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int STEP = 200;
    /// How many times longer it rests than it worked where everybody is measured, so that nobody waits because of it.
    private static final int REST = 9;

    private final Meter meter;
    private final Consumption consumption;
    private final Clock clock;
    private final boolean on;
    private @Nullable Thread worker;

    /// @param on whether it is this process that serves customers: a node's files are its agent's to measure
    public Metering(Meter meter, Consumption consumption, Clock clock, boolean on) {
        this.on = on;
        this.meter = meter;
        this.consumption = consumption;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (worker == null) worker = Thread.ofVirtual().name("metering").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (worker == null) return;
        worker.interrupt();
        worker = null;
        attempt();
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    @Override
    public boolean isAutoStartup() {
        return on;
    }

    /// Later in stopping than the servers, so that what they still sent is in it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void run() {
        try {
            while (true) {
                attempt();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            // The panel stops.
        }
    }

    private void attempt() {
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("What subscriptions use could not be written down and is kept: {}", e.toString());
        }
    }

    /// Everything measured until now.
    public synchronized void write() {
        var traffic = meter.takeTraffic();
        var changed = meter.takeChanged();
        try {
            consumption.addTraffic(month(), traffic);
            traffic.clear();
            measure(consumption.spaces(changed));
            measure(consumption.unmeasured(STEP));
        } catch (RuntimeException e) {
            meter.putBack(traffic, changed);
            throw e;
        }
    }

    /// The disk space of every subscription, and traffic from nothing where a month has begun.
    public void measureAll() {
        consumption.beginMonth(month());
        if (!on) return;
        var last = 0L;
        try {
            for (var step = consumption.after(last, STEP); !step.isEmpty(); step = consumption.after(last, STEP)) {
                var began = System.nanoTime();
                measure(step);
                last = step.getLast().subscription();
                Thread.sleep(Duration.ofNanos(REST * (System.nanoTime() - began)));
            }
        } catch (InterruptedException _) {
            // The panel stops; the next night measures the others.
            Thread.currentThread().interrupt();
        }
    }

    private void measure(Collection<Space> spaces) {
        var sizes = new HashMap<Long, Long>();
        for (var space : spaces) sizes.put(space.subscription(), Homes.size(Path.of(space.home())));
        consumption.setDisk(sizes);
    }

    private LocalDate month() {
        return LocalDate.now(clock.withZone(java.time.ZoneId.systemDefault())).withDayOfMonth(1);
    }
}
