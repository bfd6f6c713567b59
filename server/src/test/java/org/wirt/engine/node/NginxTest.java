package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Given;
import org.wirt.engine.Visitor;
import org.wirt.engine.WebEngineContract;

/// Debian's nginx on a hosting node, held to what the panel's own web server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NginxTest implements WebEngineContract, OnNode {

    private static final Path FOLDER = RunningNode.SETTINGS.home();
    private static final int LOOKS = 500;
    private static final NodePostgres POSTGRES = RunningNode.postgres();

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().http().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Test
    void whatWasHeardLastHoldsWhileTheDatabaseIsSilent() throws IOException {
        var live = customer();
        var dark = customer();
        dark.suspend(Given.Cause.CUSTOMER);
        assertThat(status(live.host)).isEqualTo(200);
        assertThat(status(dark.host)).isEqualTo(503);
        var unseen = customer();
        try (var _ = RunningNode.SETTINGS.intent().alone()) {
            POSTGRES.stop();
            assertThat(status(live.host)).isEqualTo(200);
            assertThat(status(dark.host)).isEqualTo(503);
            assertThat(status(unseen.host)).isEqualTo(503);
        } finally {
            POSTGRES.start();
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
                .until(() -> RunningNode.database()
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
        try (var visitor = new Visitor(port())) {
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
    void aCustomersLinkToWhatIsHisOwnIsFollowed() throws IOException {
        var given = customer();
        Files.move(given.home.resolve("httpdocs"), given.home.resolve("elsewhere"));
        given.link("httpdocs", given.home.resolve("elsewhere"));
        assertThat(status(given.host)).isEqualTo(200);
    }

    /// While he is asked for what is in it: what is looked at and what is opened is the same.
    @Test
    void aFolderThatBecomesALinkBetweenTwoLooksShowsNothingOfOthers() throws Exception {
        var given = customer();
        var other = customer();
        RunningNode.write(given, "httpdocs/x/page.txt", "mine");
        RunningNode.write(other, "httpdocs/page.txt", "secret");
        var folder = given.home.resolve("httpdocs/x");
        var aside = given.home.resolve("httpdocs/aside");
        given.link("httpdocs/link", other.home.resolve("httpdocs"));
        var link = given.home.resolve("httpdocs/link");
        var answers = new ArrayList<String>();
        var swapping = new AtomicBoolean(true);
        var swaps = Thread.ofPlatform().daemon().start(() -> {
            while (swapping.get()) {
                rename(folder, aside);
                rename(link, folder);
                rename(folder, link);
                rename(aside, folder);
            }
        });
        try (var visitor = new Visitor(port())) {
            for (int i = 0; i < LOOKS; i++)
                answers.add(visitor.ask("GET", given.host, "/x/page.txt").body());
        } finally {
            swapping.set(false);
            swaps.join();
        }
        assertThat(answers).contains("mine").doesNotContain("secret");
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void settingsThatChangedAreTakenOver() throws IOException {
        var other = server("other", RunningNode.free());
        other.install();
        other.start();
        other.install();
        assertThat(other.isRunning()).as("nothing changed").isTrue();
        server("other", RunningNode.free()).install();
        assertThat(other.isRunning()).isFalse();
        other.erase();
    }

    /// Of a node of its own: one node has one web server.
    private static WebServer server(String node, int port) {
        return new WebServer(
                FOLDER.resolve(node).resolve("web"),
                POSTGRES.sockets(),
                RunningNode.SETTINGS.tls(),
                new Port(port, "WIRT_NODE_HTTP_PORT"),
                new Port(RunningNode.free(), "WIRT_NODE_HTTPS_PORT"));
    }

    @Test
    void aPortThatIsTakenIsSaidWithTheNameOfWhoHasIt() throws IOException {
        try (var other = new ServerSocket(0)) {
            var second = server("second", other.getLocalPort());
            assertThat(second.hindrance().orElseThrow())
                    .contains("Port " + other.getLocalPort() + " is taken")
                    .contains("WIRT_NODE_HTTP_PORT");
        }
    }

    @Test
    void everyVisitIsFoundInTheLogOfItsSubscription() throws IOException {
        var given = customer();
        var other = customer();
        get(given.host, "/?a=\"b\"", "User-Agent: Tester");
        get(given.host, "/nothing");
        get(other.host, "/");
        given.suspend(Given.Cause.CUSTOMER);
        assertThat(status(given.host)).isEqualTo(503);
        given.activate(Given.Cause.CUSTOMER);
        var log = given.home.resolve("logs/access.log");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Files.exists(log) && Files.readAllLines(log).size() >= 2);
        assertThat(Files.readString(log))
                .contains("\"GET /nothing HTTP/1.1\" 404")
                .contains("\"Tester\"")
                .startsWith(given.host + " 127.0.0.1 - - [")
                .doesNotContain(other.host);
        assertThat(Files.getAttribute(log, "unix:uid")).isEqualTo(Files.getAttribute(given.home, "unix:uid"));
    }

    @Test
    void whatGoesOutIsCountedForItsSubscription() throws IOException {
        var given = customer();
        Files.write(given.home.resolve("httpdocs/big.bin"), new byte[1 << 20]);
        assertThat(get(given.host, "/big.bin").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !RunningNode.database()
                        .ask(
                                NodePostgres.DATABASE,
                                "select 1 from wirt.traffic where bytes > 1048576 and subscription_id = "
                                        + given.subscription)
                        .isEmpty());
        // Whatever changes makes the agent tell what it has; else it does so twice a minute.
        given.ftpLogin(given.name + "-x", "httpdocs");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> given.number("select traffic_used from wirt.subscription where id = ?", given.subscription)
                        > 1 << 20);
    }
}
