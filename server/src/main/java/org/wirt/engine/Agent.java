package org.wirt.engine;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wirt.database.Database;
import org.wirt.hosting.NodeViews;

/// Ends what is already open when a customer goes dark. New logins and requests are refused by the servers' own
/// look-up; an FTP client that is already signed in, a mailbox that is being read or a running download would stay.
/// The database's notification only wakes it; what it does follows from state, again and again.
public final class Agent implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration AFTER_ACCIDENT = Duration.ofSeconds(2);
    private static final Duration RECEIPT_AGAIN = Duration.ofMillis(150);
    private static final Duration TIDY = Duration.ofHours(6);
    private static final Duration HORIZON = Duration.ofSeconds(40);

    private final Rhythm rhythm = new Rhythm();
    private final Database database;
    private final Sweep sweep;
    private final Terms terms;
    private final SessionEnds ends;
    private final Receipts receipts;
    private long tidied = System.nanoTime() - TIDY.toNanos();
    private @Nullable WakeCall call;
    private @Nullable Thread worker;

    public Agent(
            Database database,
            DataSource dataSource,
            NodeViews views,
            List<OpenSessions> products,
            List<Probe> probes) {
        var system = new SystemRole(dataSource);
        this.database = database;
        this.ends = new SessionEnds(system);
        this.sweep = new Sweep(products, views, ends);
        this.terms = new Terms(system);
        this.receipts = new Receipts(system, products, probes);
    }

    @Override
    public synchronized void start() {
        if (worker != null) return;
        call = new WakeCall(database, rhythm::wake);
        call.start();
        worker = Thread.ofVirtual().name("agent").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (worker == null || call == null) return;
        call.close();
        worker.interrupt();
        worker = null;
        call = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                look();
                rhythm.await();
            }
        } catch (InterruptedException _) {
            // The panel stops.
        }
    }

    /// An accident of one step must not end the watch, nor hold up the others; the next look starts from state again.
    /// The next term is read before the sessions are looked at: one that passes in between is seen by this sweep, a
    /// later one by the next.
    private void look() {
        attempt(this::schedule);
        attempt(sweep::run);
        attempt(terms::lift);
        attempt(this::receipts);
        attempt(this::tidy);
    }

    private void schedule() {
        terms.next().filter(next -> next.compareTo(HORIZON) < 0).ifPresent(rhythm::in);
    }

    private void receipts() {
        if (receipts.write()) rhythm.in(RECEIPT_AGAIN);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (stopping()) return;
            LOG.warn("The agent meets an accident and tries again: {}", e.toString());
            rhythm.in(AFTER_ACCIDENT);
        }
    }

    private synchronized boolean stopping() {
        return worker == null;
    }

    private void tidy() {
        if (System.nanoTime() - tidied < TIDY.toNanos()) return;
        ends.forgetOld();
        tidied = System.nanoTime();
    }
}
