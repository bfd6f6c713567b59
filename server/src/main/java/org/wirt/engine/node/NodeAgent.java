package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.database.Certificate;
import org.wirt.database.EncryptedKey;
import org.wirt.engine.Rhythm;
import org.wirt.engine.WakeCall;
import org.wirt.engine.Watch;
import org.wirt.hosting.Homes;
import org.wirt.hosting.Relocating;

/// Looks after a hosting node, as a process of its own: ends what is open and no longer live, makes homes and PHP
/// pools, and tells the panel. The node's database wakes it when a change has arrived; what it does follows from
/// state.
///
/// Watches of their own for each, so that neither a thousand new homes nor a panel that is away keeps anybody's session
/// open.
final class NodeAgent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeAgent.class);
    private static final Duration AGAIN = Duration.ofMillis(60);
    private static final Duration AFTER_LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
    private static final double HORIZON_SECONDS = 40;
    private static final Duration BETWEEN_DELIVERIES = Duration.ofSeconds(10);
    /// So long the queue manager remembers the way that it asked for last.
    private static final Duration REMEMBERED = Duration.ofSeconds(31);
    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOGS = Duration.ofSeconds(2);
    /// The pause after bringing visits is so many times what that took.
    private static final int PAUSES = 4;
    private static final Duration AFTER_FAILED_LOGS = Duration.ofSeconds(30);
    private static final Duration BETWEEN_MEASURES = Duration.ofHours(1);

    private final Rhythm sessions = new Rhythm();
    private final Rhythm houses = new Rhythm();
    private final Rhythm reports = new Rhythm();
    private final Rhythm usage = new Rhythm();
    private final Rhythm certificates = new Rhythm();
    private final Rhythm logs = new Rhythm();
    private final Rhythm departing = new Rhythm();
    private final Rhythm arriving = new Rhythm();
    private final Rhythm arrived = new Rhythm();
    private final AgentDatabase database;
    private final NodeSweep sweep;
    private final NodeHomes homes;
    private final PhpPools pools;
    private final MailServer mail;
    private final MailboxServer mailboxes;
    private final FtpServer ftp;
    private final PanelLink panel;
    private final Visits visits;
    private final Departures departures;
    private final Arrivals arrivals;
    private final Tls tls;
    private final MachineState machine;
    private final WakeCall call;
    private final List<Watch> watches;
    private long delivered = System.nanoTime() - BETWEEN_DELIVERIES.toNanos();
    private boolean again;
    private long measured = System.nanoTime() - BETWEEN_MEASURES.toNanos();
    /// The last subscription of whose home the panel has been told in this round.
    private long weighed;
    private volatile long swept;
    private boolean silent;
    private boolean heard;

    NodeAgent(NodeSettings node, AgentDatabase database, PanelLink panel) {
        this.database = database;
        this.sweep = new NodeSweep(database, node.guests(), node.php());
        this.homes = node.homes();
        this.pools = node.php();
        this.mail = node.mail();
        this.mailboxes = node.mailboxes();
        this.ftp = node.ftp();
        this.panel = panel;
        this.visits = new Visits(node.web(), database, homes);
        this.departures = new Departures(database, node);
        this.arrivals = new Arrivals(database, panel, node);
        this.tls = node.tls();
        this.machine = new MachineState(node, database, panel);
        this.call = new WakeCall(this::line, this::wake);
        this.watches = List.of(
                new Watch("sessions", sessions, List.of(this::schedule, this::sweep)),
                new Watch("houses", houses, List.of(this::erase, this::prepare, this::insist, this::deliverAgain)),
                new Watch("reports", reports, List.of(this::tell)),
                new Watch("logs", logs, List.of(this::bringVisits)),
                new Watch("departures", departing, List.of(departures::look)),
                new Watch("arrivals", arriving, List.of(arrivals::tidy, () -> fetch(Relocating.Step.COPY, arriving))),
                new Watch("last-arrivals", arrived, List.of(() -> fetch(Relocating.Step.LAST, arrived))),
                new Watch("certificates", certificates, List.of(this::certify)),
                new Watch("usage", usage, List.of(this::tellTraffic, machine::tell, this::tellDisk, this::tidy)));
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
        closeDoor();
        panel.close();
        database.close();
    }

    private void closeDoor() {
        try {
            departures.close();
        } catch (IOException e) {
            LOG.warn("The door for what leaves cannot be closed: {}", e.getMessage());
        }
    }

    private void wake() {
        sessions.wake();
        houses.wake();
        // What the look at the sessions finds is told at once; this is for a panel that was away.
        reports.in(AFTER_LOOK);
        departing.in(Duration.ZERO);
        arriving.in(Duration.ZERO);
        arrived.in(Duration.ZERO);
        certificates.in(Duration.ZERO);
        usage.in(Duration.ZERO);
    }

    /// Told again until the panel goes on: it may not have heard.
    private void fetch(Relocating.Step step, Rhythm rhythm) {
        arrivals.fetch(step).ifPresent(rhythm::in);
    }

    private void schedule() {
        var next = database.nextTerm();
        if (next < HORIZON_SECONDS) sessions.in(Duration.ofMillis((long) (next * 1000) + 1));
    }

    /// The mark is read first: whatever the panel wrote before it is seen by this look.
    private void sweep() {
        var mark = database.mark();
        var found = sweep.run();
        if (found != NodeSweep.Found.NOBODY) {
            sessions.in(found == NodeSweep.Found.FAULT ? AFTER_FAULT : AGAIN);
            reports.in(Duration.ZERO);
        } else if (mark != swept) {
            swept = mark;
            reports.in(Duration.ZERO);
        }
    }

    private void prepare() {
        try {
            for (var work = database.work(); !work.isEmpty(); work = database.work()) {
                var gone = new ArrayList<>(work.keySet());
                var made = new ArrayList<AgentDatabase.Prepared>();
                for (var one : database.prepared(work.keySet())) {
                    gone.remove(one.id());
                    if (prepared(one)) made.add(one);
                    else work.remove(one.id());
                }
                pools.update(made, gone);
                database.worked(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insist() {
        try {
            if (pools.insist()) houses.in(BETWEEN_TELLINGS);
        } catch (IOException e) {
            LOG.warn("PHP is not told again: {}", e.getMessage());
        }
    }

    /// One that cannot be made must not keep the others waiting; it is tried again in a minute.
    private boolean prepared(AgentDatabase.Prepared one) {
        try {
            homes.prepare(one);
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The home of subscription {} cannot be made: {}", one.id(), e.toString());
            database.later(one.id());
            return false;
        }
    }

    /// With pauses: a hundred thousand of them take minutes, and visitors get the node's own meanwhile.
    private void certify() {
        try {
            var secret = Files.readString(tls.secret());
            if (database.certify(host -> certificate(host, secret))) certificates.in(Duration.ZERO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentDatabase.Made certificate(String host, String secret) {
        var made = Certificate.of(List.of(host, "www." + host));
        return new AgentDatabase.Made(made.chain(), EncryptedKey.pem(made.key(), secret));
    }

    private void bringVisits() {
        // One of the least of the agent's tasks: whatever it takes, four fifths of the time are others'.
        var pause = BETWEEN_LOGS;
        try {
            pause = pause.plus(visits.deliver().multipliedBy(PAUSES));
        } catch (IOException e) {
            LOG.warn("The log of visits cannot be brought to its customers: {}", e.getMessage());
            pause = AFTER_FAILED_LOGS;
        }
        logs.in(pause);
    }

    private void erase() {
        for (var leftover : database.leftovers()) {
            try {
                if (!leftover.needed()) homes.erase(leftover);
                database.erased(leftover);
            } catch (IOException | RuntimeException e) {
                LOG.warn("Files cannot be deleted: {}", e.toString());
                database.later(leftover);
            }
        }
    }

    /// All that waits is tried again, so not with each of a thousand that come back; and a second time for what was
    /// sent the old way.
    private void deliverAgain() {
        var since = System.nanoTime() - delivered;
        var wait = BETWEEN_DELIVERIES.toNanos() - since;
        if (wait > 0) {
            houses.in(Duration.ofNanos(wait));
            return;
        }
        boolean lifted = database.lifted();
        if (!lifted && !again) return;
        var left = REMEMBERED.toNanos() - since;
        if (!lifted && left > 0) {
            houses.in(Duration.ofNanos(left));
            return;
        }
        again = lifted;
        delivered = System.nanoTime();
        if (again) houses.in(REMEMBERED);
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

    /// Every half minute, as the rhythm goes.
    private void tellTraffic() {
        try {
            // In parts, so that what has ended is told in between.
            boolean more = true;
            while (more) more = panel.tellTraffic();
        } catch (DataAccessException | SQLException | IOException e) {
            LOG.debug("What went out is told later: {}", e.getMessage());
        }
    }

    private void tellDisk() {
        if (System.nanoTime() - measured < BETWEEN_MEASURES.toNanos()) return;
        try {
            for (var step = database.homes(weighed); !step.isEmpty(); step = database.homes(weighed)) {
                var sizes = new HashMap<Long, Long>();
                var brought = database.brought(step.keySet());
                for (var home : step.entrySet()) sizes.put(home.getKey(), Homes.size(home.getValue()));
                database.counted(sizes, brought);
                panel.tellDisk(sizes);
                weighed = Collections.max(step.keySet());
            }
            weighed = 0;
            measured = System.nanoTime();
        } catch (SQLException | IOException e) {
            LOG.debug("How full the homes are is told later: {}", e.getMessage());
        }
    }

    /// Logs that have grown are put aside.
    private void tidy() {
        try {
            mail.tidy();
            mailboxes.tidy();
            ftp.tidy();
        } catch (IOException e) {
            LOG.warn("A log cannot be put aside: {}", e.getMessage());
        }
    }
}
