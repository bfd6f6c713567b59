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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.database.Command;
import org.wirt.engine.Given;
import org.wirt.engine.Soon;
import org.wirt.engine.WebEngineContract;

/// Debian's nginx on a hosting node, held to what the panel's own web server does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NginxTest implements WebEngineContract {

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
    void aScriptRunsUnderTheSubscriptionsOwnNumber() throws IOException {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/who.php",
                "<?php echo posix_getuid(), ' ', $_SERVER['REQUEST_METHOD'], ' ', $_GET['a'] ?? '';");
        var uid = given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        assertThat(said(given.host, "/who.php?a=b")).contains(uid + " GET b");
    }

    @Test
    void whatIsNoFileIsAskedOfTheFirstScript() throws IOException {
        var given = RunningNode.scripting();
        assertThat(status(given.host))
                .as("a page as long as there is no script")
                .isEqualTo(200);
        RunningNode.write(given, "httpdocs/index.php", "<?php echo 'script ', $_SERVER['REQUEST_URI'];");
        assertThat(said(given.host, "/")).contains("script /");
        assertThat(said(given.host, "/a/b?c=d")).contains("script /a/b?c=d");
        assertThat(get(given.host, "/index.html").body()).contains(given.host);
    }

    @Test
    void aScriptReadsNothingOfAnotherCustomers() throws IOException {
        var given = RunningNode.scripting();
        var other = customer();
        RunningNode.write(other, "httpdocs/secret.txt", "secret");
        RunningNode.write(
                given,
                "httpdocs/spy.php",
                "<?php echo @file_get_contents('" + other.home
                        + "/httpdocs/secret.txt') === false ? 'refused' : 'read'," + " @scandir('"
                        + other.home.getParent() + "') === false ? ' hidden' : ' seen';");
        assertThat(said(given.host, "/spy.php")).contains("refused hidden");
    }

    /// Of the node's: how the servers are set up, with nothing of any customer in it.
    private static final List<String> OPEN = List.of(
            "settings",
            "mail/settings/",
            "mail/start.log",
            "mailboxes/start.log",
            "mailboxes/dovecot.conf",
            "mailboxes/dovecot-sql.conf",
            "mailboxes/state/",
            "dns/pdns.conf");

    /// Logs, pools and who is inside tell of all customers.
    @Test
    void aCustomerReadsNothingOfTheNodeButWhatHisMailIsSentBy() throws IOException {
        var given = RunningNode.scripting();
        get(given.host, "/");
        var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        var home = RunningNode.SETTINGS.home();
        var words = NodeHomes.under(uid, "find", home.toString(), "-type", "f", "-readable");
        // It ends with an error, because there are folders that he may not look into.
        assertThat(Command.of("sh", "-c", String.join(" ", words) + " 2>/dev/null; true")
                        .run()
                        .lines())
                .isNotEmpty()
                .allMatch(file -> OPEN.stream()
                        .anyMatch(open -> file.startsWith(home.resolve(open).toString())));
        var sockets = NodeHomes.under(
                uid, "ls", RunningNode.SETTINGS.sockets().resolve("php").toString());
        assertThat(new Command(sockets).succeeds()).isFalse();
    }

    @Test
    void aScriptThatRunsIsEndedByTheSuspensionWithWhatItStarted() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/long.php",
                "<?php set_time_limit(0); ignore_user_abort(true); exec('setsid sleep 600 >/dev/null 2>&1 & echo $!', $o);"
                        + " file_put_contents('../tmp/started', getmypid().' '.$o[0]); while (true) { usleep(1000); }");
        try (var visitor = new Visitor(port())) {
            visitor.send("GET", given.host, "/long.php", "Connection: close");
            var started = given.home.resolve("tmp/started");
            await().until(() -> Files.exists(started) && Files.size(started) > 0);
            var numbers = Files.readString(started).split(" ", -1);
            var script = ProcessHandle.of(Long.parseLong(numbers[0])).orElseThrow();
            var child = ProcessHandle.of(Long.parseLong(numbers[1])).orElseThrow();
            var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
            assertThat(Processes.byUid().get(uid)).contains(script, child);
            given.suspend(Given.Cause.CUSTOMER);
            Soon.soon(
                    () -> Collections.disjoint(Processes.byUid().getOrDefault(uid, List.of()), List.of(script, child)));
            RunningNode.confirmed();
            assertThat(visitor.left()).doesNotContain("502");
            Soon.soon(() -> given.ended("WEB") == 1);
        }
        given.activate(Given.Cause.CUSTOMER);
        RunningNode.write(given, "httpdocs/who.php", "<?php echo 'back';");
        assertThat(said(given.host, "/who.php")).contains("back");
    }

    @Test
    void scriptsThatAreCutOffWhileTheySpeakAreCountedAndVisitorsWhoGoAreNot() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "httpdocs/speaks.php",
                "<?php while (true) { echo str_repeat('x', 4096); flush(); usleep(1000); }");
        try (var gone = new Visitor(port())) {
            gone.send("GET", given.host, "/speaks.php", "Connection: close");
            gone.skip(10_000);
        }
        try (var one = new Visitor(port());
                var other = new Visitor(port())) {
            for (var visitor : List.of(one, other)) {
                visitor.send("GET", given.host, "/speaks.php", "Connection: close");
                visitor.skip(10_000);
            }
            given.suspend(Given.Cause.CUSTOMER);
            RunningNode.confirmed();
            Soon.soon(() -> given.ended("WEB") == 2);
        }
    }

    /// A chain of processes of which each starts the next and goes is quicker than looking for them.
    @Test
    void aChainOfProcessesIsEndedAtOnce() throws Exception {
        var given = RunningNode.scripting();
        RunningNode.write(
                given,
                "tmp/chain.sh",
                "[ $1 -gt 6000 ] && exit; setsid sh tmp/chain.sh $(($1 + 1)) </dev/null >/dev/null 2>&1 &\n");
        RunningNode.write(
                given,
                "httpdocs/chain.php",
                "<?php chdir('" + given.home + "'); exec('sh tmp/chain.sh 1 >/dev/null 2>&1 &'); echo 'started';");
        assertThat(said(given.host, "/chain.php")).contains("started");
        var uid = (int) given.number("select unix_uid from wirt.subscription where id = ?", given.subscription);
        given.suspend(Given.Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(4))
                .until(() ->
                        Processes.byUid().getOrDefault(uid, List.of()).stream().allMatch(Processes::isStartedByPhp));
        RunningNode.confirmed();
    }

    /// What is no file is not opened: this would keep the worker for ever.
    @Test
    void aPipeInPlaceOfAScriptHoldsNobodyUp() throws IOException {
        var given = RunningNode.scripting();
        Command.of(
                        "mkfifo",
                        "-m",
                        "644",
                        given.home.resolve("httpdocs/index.php").toString())
                .run();
        Command.of(
                        "mkfifo",
                        "-m",
                        "644",
                        given.home.resolve("httpdocs/pipe.txt").toString())
                .run();
        assertThat(status(given.host + "x")).isEqualTo(404);
        for (int i = 0; i < 8; i++)
            assertThat(get(given.host, "/pipe.txt").status()).isEqualTo(404);
        for (int i = 0; i < 8; i++) {
            try (var visitor = new Visitor(port())) {
                visitor.send("GET", given.host, "/nowhere");
            }
        }
        assertThat(status(customer().host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.phtml", "a.phar", "a.php7", "a.phps"})
    void noScriptIsShownAsAText(String name) throws IOException {
        var given = RunningNode.scripting();
        RunningNode.write(given, "httpdocs/" + name, "<?php echo 'secret';");
        assertThat(get(given.host, "/" + name).status()).isEqualTo(404);
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

    /// All that a script says; its length is not known beforehand.
    private String said(String host, String path) throws IOException {
        try (var visitor = new Visitor(port())) {
            visitor.send("GET", host, path, "Connection: close");
            return visitor.rest();
        }
    }
}
