package org.wirt.engine.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given;
import org.wirt.hosting.Homes;

/// A hosting node with Debian's servers and its agent, once for all contracts of this JVM.
final class RunningNode {

    static final TestNode NODE;
    static final NodeSettings SETTINGS;

    private static final List<NodeServer> SERVERS;

    private static final int PATIENCE = 10_000;
    private static final int NUDGE = 500;
    private static final long A_MOMENT = 1_000_000;
    private static final Homes HOMES;
    private static final Connection PANEL;

    static {
        try {
            Packages.install(Packages.missing(NodeSettings.from(new Settings(_ -> null)).servers().stream()
                    .flatMap(server -> server.packages().stream())
                    .toList()));
            NODE = new TestNode(1);
            var hosting = Files.createDirectories(NODE.folder.resolve("hosting"));
            SETTINGS = new NodeSettings(1, NODE.folder, NODE.postgres.sockets(), hosting, ports(), out());
            HOMES = new Homes(Home.open(NODE.folder.resolve("panel")), hosting, () -> Optional.of(hosting));
            PANEL = TestDatabase.superuser().getConnection();
            SETTINGS.homes().install();
            SETTINGS.tls().install();
            SERVERS = SETTINGS.servers().stream()
                    .filter(server -> !(server instanceof AgentDaemon))
                    .toList();
            for (var server : SERVERS) {
                server.install();
                server.start();
            }
            var address = NODE.folder.resolve("panel.properties");
            PanelLink.address(address, TestDatabase.database().url(), PanelSide.name(1), TestNode.PASSWORD);
            var database = new AgentDatabase(NODE.postgres.sockets());
            var agent = new NodeAgent(
                    database, SETTINGS.guests(), SETTINGS.homes(), SETTINGS.php(), new PanelLink(database, address));
            agent.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(agent)));
        } catch (IOException | SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RunningNode() {}

    private static void stop(NodeAgent agent) {
        try {
            agent.close();
            for (var server : SERVERS) server.stop();
            NODE.close();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The passive ports follow each other, all of them free at this moment.
    private static NodePorts ports() throws IOException {
        var chosen = new HashMap<String, String>();
        chosen.put("WIRT_NODE_FTP_PASSIVE", "52000-52099");
        return NodePorts.from(new Settings(name -> chosen.computeIfAbsent(name, _ -> Integer.toString(free()))));
    }

    private static Outgoing out() {
        return Outgoing.from(new Settings(_ -> "none"));
    }

    static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One whose home and PHP are there.
    static Given customer() {
        var given = new Given(HOMES, RunningNode::settled);
        var pool = SETTINGS.sockets().resolve("php/" + given.subscription + ".sock");
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(given.home) && Files.exists(pool));
        return given;
    }

    /// Returns when the agent has ended everything that is not live, which is when the panel says so.
    static void confirmed() {
        try (var statement = PANEL.createStatement();
                var row = statement.executeQuery(
                        "update wirt.node_mark set mark = mark + 1 where node_id = 1 returning mark")) {
            row.next();
            var mark = row.getLong(1);
            await().atMost(Duration.ofSeconds(2)).until(() -> mark <= confirmedMark());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long confirmedMark() throws SQLException {
        try (var statement = PANEL.createStatement();
                var row = statement.executeQuery("select confirmed from wirt.node where id = 1")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// A file as the customer would write it.
    static void write(Given given, String name, String text) {
        try {
            var file = given.home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setAttribute(file, "unix:uid", Files.getAttribute(given.home, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns when the node has replayed what is committed by now. Asked for by what is flushed: where the log ends
    /// with a page, the place of the next insertion lies behind a header that nobody replays before there is more.
    private static void settled() {
        try (var statement = PANEL.createStatement()) {
            String now;
            try (var row = statement.executeQuery("select pg_current_wal_flush_lsn()")) {
                row.next();
                now = row.getString(1);
            }
            for (int i = 0; i < PATIENCE; i++) {
                // Something more to replay, for a node that waits for the rest of a page.
                if (i % NUDGE == NUDGE - 1) statement.execute("select pg_logical_emit_message(true, 'test', '')");
                try (var row = statement.executeQuery(
                        "select 1 from pg_stat_replication where application_name = 'wirt_node_1' and replay_lsn >= '"
                                + now + "'")) {
                    if (row.next()) return;
                }
                LockSupport.parkNanos(A_MOMENT);
            }
            throw new AssertionError("the node does not follow");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
