package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.engine.Rhythm;
import org.wirt.engine.WakeCall;
import org.wirt.engine.Watch;

/// Looks after a hosting node, as a process of its own: ends what is open and no longer live, makes homes and PHP
/// pools,
/// and tells the panel. The node's database wakes it when a change has arrived; what it does follows from state.
///
/// Three watches, so that neither a thousand new homes nor a panel that is away keeps anybody's session open.
final class NodeAgent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeAgent.class);
    private static final Duration AGAIN = Duration.ofMillis(60);
    private static final double HORIZON_SECONDS = 40;
    private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(10);

    private final Rhythm sessions = new Rhythm();
    private final Rhythm houses = new Rhythm();
    private final Rhythm reports = new Rhythm();
    private final AgentDatabase database;
    private final NodeSweep sweep;
    private final NodeHomes homes;
    private final PhpPools pools;
    private final MailServer mail;
    private final MailboxServer mailboxes;
    private final PanelLink panel;
    private final WakeCall call;
    private final List<Watch> watches;
    private long delivered = System.nanoTime() - BETWEEN_DELIVERIES.toNanos();
    private volatile long swept;
    private boolean silent;
    private boolean heard;

    NodeAgent(NodeSettings node, AgentDatabase database, PanelLink panel) {
        this.database = database;
        this.sweep = new NodeSweep(database, node.guests());
        this.homes = node.homes();
        this.pools = node.php();
        this.mail = node.mail();
        this.mailboxes = node.mailboxes();
        this.panel = panel;
        this.call = new WakeCall(this::line, this::wake);
        this.watches = List.of(
                new Watch("sessions", sessions, List.of(this::schedule, this::sweep)),
                new Watch("houses", houses, List.of(this::prepare, this::erase, this::deliverAgain)),
                new Watch("reports", reports, List.of(this::tell)));
    }

    /// A database that was away and is back is back for all servers.
    private Connection line() throws SQLException {
        var open = database.open();
        try {
            if (heard) {
                mail.ask();
                mailboxes.ask();
            }
        } catch (IOException e) {
            LOG.warn("A mail server does not ask again at once: {}", e.getMessage());
        }
        heard = true;
        return open;
    }

    void start() {
        call.start();
        watches.forEach(Watch::start);
    }

    @Override
    public void close() {
        call.close();
        watches.forEach(Watch::stop);
        panel.close();
        database.close();
    }

    private void wake() {
        sessions.wake();
        houses.wake();
        reports.wake();
    }

    private void schedule() {
        var next = database.nextTerm();
        if (next < HORIZON_SECONDS) sessions.in(Duration.ofMillis((long) (next * 1000) + 1));
    }

    /// The mark is read first: whatever the panel wrote before it is seen by this look.
    private void sweep() {
        var mark = database.mark();
        if (!sweep.run()) {
            sessions.in(AGAIN);
            reports.in(Duration.ZERO);
        } else if (mark != swept) {
            swept = mark;
            reports.in(Duration.ZERO);
        }
    }

    private void prepare() {
        try {
            for (var work = database.work(); !work.isEmpty(); work = database.work()) {
                var present = database.prepared(work);
                var gone = new ArrayList<>(work);
                var made = new ArrayList<AgentDatabase.Prepared>();
                for (var one : present) {
                    gone.remove(one.id());
                    if (prepared(one)) made.add(one);
                }
                pools.update(made, gone);
                database.worked(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that cannot be made must not keep the others waiting.
    private boolean prepared(AgentDatabase.Prepared one) {
        try {
            homes.prepare(one);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The home of subscription {} cannot be made: {}", one.id(), e.toString());
            return false;
        }
    }

    private void erase() {
        for (var leftover : database.leftovers()) {
            try {
                homes.erase(leftover);
            } catch (IOException e) {
                LOG.warn("Files cannot be deleted: {}", e.toString());
            }
            database.erased(leftover);
        }
    }

    /// All that waits is tried again, so not with each of a thousand that come back.
    private void deliverAgain() {
        var wait = delivered + BETWEEN_DELIVERIES.toNanos() - System.nanoTime();
        if (wait > 0) {
            houses.in(Duration.ofNanos(wait));
            return;
        }
        if (!database.lifted()) return;
        delivered = System.nanoTime();
        try {
            mail.deliverAgain();
        } catch (IOException e) {
            LOG.warn("Mail that waits cannot be tried again: {}", e.getMessage());
        }
    }

    /// While the panel is away this is said once.
    private void tell() {
        try {
            panel.tell(swept);
            if (silent) LOG.info("The panel is back");
            silent = false;
        } catch (SQLException | IOException e) {
            if (!silent) LOG.warn("The panel does not hear this node: {}", e.getMessage());
            silent = true;
        }
    }
}
