package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given;
import org.wirt.engine.Visitor;
import org.wirt.hosting.Homes;

/// A hosting node as `./wirt node install` makes it, with Debian's servers and its agent as processes of their own,
/// once for all contracts of this JVM. The panel of the stories is not told that it serves.
final class RunningNode {

    static final Settings ENVIRONMENT;
    static final NodeSettings SETTINGS;

    /// Below those that the kernel gives to whoever asks for any.
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(20_000);

    private static final int PATIENCE = 10_000;
    private static final int NUDGE = 500;
    private static final long A_MOMENT = 1_000_000;
    static final Setup SETUP;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final Homes HOMES;
    private static final Connection PANEL;

    static {
        try {
            var folder = Files.createTempDirectory(Path.of("/tmp"), "wirt-node");
            Command.of("chmod", "755", folder.toString()).run();
            ENVIRONMENT = settings(folder);
            SETTINGS = NodeSettings.from(ENVIRONMENT);
            PANEL = TestDatabase.superuser().getConnection();
            SETUP = new Setup(ENVIRONMENT, new PrintStream(SAID, true, StandardCharsets.UTF_8));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            install();
            assertThat(SAID.toString(StandardCharsets.UTF_8))
                    .contains("follows the panel")
                    .doesNotContain("does not run");
            var hosting = SETTINGS.hosting();
            HOMES = new Homes(Home.open(folder.resolve("panel")), hosting, _ -> Optional.of(hosting)).on(1);
        } catch (IOException | SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RunningNode() {}

    /// It runs from the first time that anybody asks for it.
    static void start() {
        assertThat(SETTINGS).isNotNull();
    }

    /// Of a node in this folder, with ports of its own.
    static Settings settings(Path folder) {
        var url = TestDatabase.database().url();
        var values = new HashMap<String, String>();
        values.put("WIRT_HOME", TestDatabase.home().toString());
        values.put("WIRT_DATABASE_PORT", url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
        values.put("WIRT_NODE_HOME", folder.resolve("home").toString());
        values.put("WIRT_NODE_RUN", folder.resolve("run").toString());
        values.put("WIRT_HOSTING", folder.resolve("hosting").toString());
        values.put("WIRT_NODE_MAIL_OUT", "none");
        values.put("WIRT_NODE_FTP_PASSIVE", "52000-52099");
        return new Settings(name -> name.endsWith("_PORT")
                ? values.computeIfAbsent(name, _ -> Integer.toString(free()))
                : values.get(name));
    }

    /// What the command of this name does.
    static void install() throws IOException, SQLException {
        SETUP.install();
        try (var statement = PANEL.createStatement()) {
            statement.execute("update wirt.node set agent = false where id = 1");
        }
    }

    private static void remove(Path folder) {
        try {
            SETUP.remove();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NodePostgres postgres() {
        return SETTINGS.postgres();
    }

    static NodeDatabase database() {
        return SETTINGS.database();
    }

    /// Never the same twice: what was given away is often not listened on yet.
    static int free() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException _) {
                // Somebody else has it.
            }
        }
    }

    /// One whose home is there.
    static Given customer() {
        var given = new Given(HOMES, RunningNode::settled);
        isThere(given.home);
        return given;
    }

    /// One whose scripts run too. That the socket is there says little: a master makes it before it listens on it, and
    /// while it takes over the pool of somebody else it may let go of what it had taken.
    static Given scripting() {
        var given = customer();
        write(given, "httpdocs/ready.php", "<?php echo 'it runs';");
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> isReady(given.host));
        try {
            Files.delete(given.home.resolve("httpdocs/ready.php"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return given;
    }

    private static boolean isReady(String host) throws IOException {
        try (var visitor = new Visitor(SETTINGS.ports().http().number())) {
            visitor.send("GET", host, "/ready.php", "Connection: close");
            return visitor.rest().contains("it runs");
        }
    }

    private static void isThere(Path file) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(file));
    }

    /// Returns when the agent has ended everything that is not live, which is when the panel says so.
    static void confirmed() {
        try (var statement = PANEL.createStatement();
                var row = statement.executeQuery(
                        "update wirt.node_mark set mark = mark + 1 where node_id = 1 returning mark")) {
            row.next();
            var mark = row.getLong(1);
            await().until(() -> mark <= confirmedMark());
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
