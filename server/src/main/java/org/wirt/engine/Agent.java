package org.wirt.engine;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.wirt.database.Database;
import org.wirt.hosting.NodeViews;

/// Ends what is already open when a customer goes dark. New logins and requests are refused by the servers' own
/// look-up; an FTP client that is already signed in, a mailbox that is being read or a running download would stay.
/// The database's notification only wakes it; what it does follows from state, again and again.
///
/// Sessions and receipts are watched apart: finding out for a receipt whether ten thousand customers are dark must not
/// keep anybody's session open.
public final class Agent implements SmartLifecycle {

    private static final Duration RECEIPT_AGAIN = Duration.ofMillis(150);
    private static final Duration RELOCATION_AGAIN = Duration.ofMillis(250);
    private static final Duration TIDY = Duration.ofHours(6);
    private static final Duration HORIZON = Duration.ofSeconds(40);

    private final Rhythm sessions = new Rhythm();
    private final Rhythm reports = new Rhythm();
    private final Rhythm moves = new Rhythm();
    private final Database database;
    private final Terms terms;
    private final SessionEnds ends;
    private final Receipts receipts;
    private final Relocations relocations;
    private final List<Watch> watches;
    private long tidied = System.nanoTime() - TIDY.toNanos();
    private @Nullable WakeCall call;

    public Agent(
            Database database,
            DataSource dataSource,
            NodeViews views,
            List<OpenSessions> products,
            List<Probe> probes) {
        var system = new SystemRole(dataSource);
        this.database = database;
        this.ends = new SessionEnds(system);
        this.terms = new Terms(system);
        this.receipts = new Receipts(system, products, probes);
        this.relocations = new Relocations(system);
        var sweep = new Sweep(products, views, ends);
        // The next term is read before the sessions are looked at: one that passes in between is seen by this sweep, a
        // later one by the next.
        this.watches = List.of(
                new Watch("agent-sessions", sessions, List.of(this::schedule, sweep::run, terms::lift)),
                new Watch("agent-receipts", reports, List.of(this::receipts, this::tidy)),
                new Watch("agent-moves", moves, List.of(this::relocate)));
    }

    @Override
    public synchronized void start() {
        if (call != null) return;
        call = new WakeCall(WakeCall.Line.to(database), this::wake);
        call.start();
        watches.forEach(Watch::start);
    }

    @Override
    public synchronized void stop() {
        if (call == null) return;
        call.close();
        watches.forEach(Watch::stop);
        call = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return call != null;
    }

    private void wake() {
        sessions.wake();
        reports.wake();
        moves.in(Duration.ZERO);
    }

    private void schedule() {
        terms.next().filter(next -> next.compareTo(HORIZON) < 0).ifPresent(sessions::in);
    }

    private void receipts() {
        if (receipts.write()) reports.in(RECEIPT_AGAIN);
    }

    private void relocate() {
        if (relocations.advance()) moves.in(RELOCATION_AGAIN);
    }

    private void tidy() {
        if (System.nanoTime() - tidied < TIDY.toNanos()) return;
        ends.forgetOld();
        tidied = System.nanoTime();
    }
}
