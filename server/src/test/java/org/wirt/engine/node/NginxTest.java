package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Home;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given;
import org.wirt.engine.WebEngineContract;
import org.wirt.hosting.Homes;

/// Debian's nginx on a hosting node, held to what the panel's own web server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NginxTest implements WebEngineContract {

    private static final int PATIENCE = 10_000;
    private static final int NUDGE = 500;
    private static final long A_MOMENT = 1_000_000;

    private static TestNode node;
    private static Home home;
    private static Homes homes;
    private static WebServer web;
    private static int port;
    private static Connection panel;

    @BeforeAll
    static void serve() throws IOException, SQLException {
        Packages.install(Packages.missing(WebServer.PACKAGES));
        node = new TestNode(1);
        home = Home.open(node.folder.resolve("panel"));
        homes = new Homes(home, node.folder.resolve("hosting"));
        port = free();
        web = new WebServer(node.folder.resolve("web"), node.postgres.sockets(), port);
        web.install();
        web.start();
        panel = TestDatabase.superuser().getConnection();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        panel.close();
        web.erase();
        home.close();
        node.close();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Given customer() {
        return new Given(homes, NginxTest::settled);
    }

    /// Returns when the node has replayed what is committed by now. Asked for by what is flushed: where the log ends
    /// with a
    /// page, the place of the next insertion lies behind a header that nobody replays before there is more.
    private static void settled() {
        try (var statement = panel.createStatement()) {
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

    /// Who counts what was cut on a node is its agent, and that is not there yet.
    @Override
    public void saysThatItWasCut(Given given) {}

    @Test
    void whatWasHeardLastHoldsWhileTheDatabaseIsSilent() throws IOException {
        var live = customer();
        var dark = customer();
        dark.suspend(Given.Cause.CUSTOMER);
        assertThat(status(live.host)).isEqualTo(200);
        assertThat(status(dark.host)).isEqualTo(503);
        var unseen = customer();
        node.postgres.stop();
        try {
            assertThat(status(live.host)).isEqualTo(200);
            assertThat(status(dark.host)).isEqualTo(503);
            assertThat(status(unseen.host)).isEqualTo(503);
        } finally {
            node.postgres.start();
        }
        assertThat(status(unseen.host)).isEqualTo(200);
    }

    private int status(String host) throws IOException {
        return get(host, "/").status();
    }

    @Test
    void nobodyIsAskedAboutWhenNothingIsSent() throws IOException {
        var given = customer();
        assertThat(status(given.host)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> node.database
                        .ask(
                                NodePostgres.DATABASE,
                                "select max(query_start) < clock_timestamp() - interval '1 second' from pg_stat_activity "
                                        + "where usename = 'wirt_web'")
                        .equals("t"));
    }

    @Test
    void theIndexOfAFolderIsCutLikeAnyFile() throws Exception {
        var given = customer();
        try (var file =
                new RandomAccessFile(given.home.resolve("httpdocs/index.html").toFile(), "rw")) {
            file.setLength(512L << 20);
        }
        try (var visitor = new Visitor(port)) {
            visitor.send("GET", given.host, "/");
            visitor.skip(1 << 20);
            given.suspend(Given.Cause.CUSTOMER);
            assertThat(visitor.drain()).isLessThan(256L << 20);
        }
    }

    @Test
    void aFolderThatIsALinkServesNothing() throws IOException {
        var given = customer();
        Files.move(given.home.resolve("httpdocs"), given.home.resolve("elsewhere"));
        Files.createSymbolicLink(given.home.resolve("httpdocs"), given.home.resolve("elsewhere"));
        assertThat(status(given.host)).isEqualTo(404);
    }

    @Test
    void settingsThatChangedAreTakenOver() throws IOException {
        var other = new WebServer(node.folder.resolve("other"), node.postgres.sockets(), free());
        other.install();
        other.start();
        other.install();
        assertThat(other.isRunning()).as("nothing changed").isTrue();
        new WebServer(node.folder.resolve("other"), node.postgres.sockets(), free()).install();
        assertThat(other.isRunning()).isFalse();
        other.erase();
    }

    @Test
    void aPortThatIsTakenIsSaidWithTheNameOfWhoHasIt() throws IOException {
        try (var other = new ServerSocket(0)) {
            var second = new WebServer(node.folder.resolve("second"), node.postgres.sockets(), other.getLocalPort());
            assertThat(second.taken().orElseThrow())
                    .contains("Port " + other.getLocalPort() + " is taken")
                    .contains("WIRT_NODE_HTTP_PORT");
        }
    }
}
