package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.engine.Given;
import org.wirt.engine.PanelWork;
import org.wirt.engine.WebEngineContract.Visitor;

/// Two hosting nodes of one panel: the second comes in by a ticket, over an encrypted line, and each has its own
/// subscriptions and nobody else's.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class SecondNodeTest {

    private static final String NAME = "second";
    private static final String ADDRESS = "127.0.0.2";
    private static final String NAME_SERVER = "ns2.netzwirt.example";
    private static final int REFUSED = 5;
    private static final int REMOVED = 2048;

    private static Path folder;
    private static Settings environment;
    private static NodeSettings second;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final PrintStream OUT = new PrintStream(SAID, true, StandardCharsets.UTF_8);

    @BeforeAll
    static void comesIn() throws IOException {
        RunningNode.postgres();
        folder = Files.createTempDirectory(Path.of("/tmp"), "wirt-second");
        Command.of("chmod", "755", folder.toString()).run();
        var own = RunningNode.settings(folder);
        environment = new Settings(name -> switch (name) {
            case "WIRT_PANEL_ADDRESS" -> "127.0.0.1";
            case "WIRT_NODE_FTP_PASSIVE" -> "52100-52199";
            case "WIRT_NODE_ADDRESS" -> ADDRESS;
            case "WIRT_NODE_NAME_SERVER" -> NAME_SERVER;
            default -> own.lookup().apply(name);
        });
        var ticket = folder.resolve("ticket");
        new PanelNodes(environment, OUT).add(NAME, ticket);
        Setup.take(ticket, environment);
        new Setup(environment, OUT).install();
        second = NodeSettings.from(environment);
    }

    @AfterAll
    static void goes() throws IOException {
        new Setup(environment, OUT).remove();
        new PanelNodes(environment, OUT).forget(NAME);
        FileSystemUtils.deleteRecursively(folder);
    }

    private static int status(int port, String host) {
        try (var visitor = new Visitor(port)) {
            return visitor.ask("GET", host, "/").status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int here(Given given) {
        return status(RunningNode.SETTINGS.ports().http().number(), given.host);
    }

    private static int there(Given given) {
        return status(second.ports().http().number(), given.host);
    }

    private static String held(NodeSettings node, String table, Given given) throws IOException {
        return node.database()
                .ask(
                        NodePostgres.DATABASE,
                        "select count(*) from wirt." + table + " where subscription_id = " + given.subscription);
    }

    private static void place(Given given, long node, NodeSettings settings) {
        var home = settings.hosting().resolve(given.home.getFileName());
        given.database.execute(
                "update wirt.subscription set node_id = ?, home = ? where id = ?",
                node,
                home.toString(),
                given.subscription);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(home.resolve("httpdocs/index.html")));
    }

    @Test
    void aSubscriptionIsServedWhereItIsPlacedAndNowhereElse() throws IOException {
        var given = RunningNode.customer();
        given.ftpLogin("on" + given.subscription, "");
        assertThat(here(given)).isEqualTo(200);
        assertThat(there(given)).isEqualTo(404);
        assertThat(held(second, "ftp_login", given)).isEqualTo("0");
        assertThat(held(second, "mailbox", given)).isEqualTo("0");

        place(given, second.id(), second);
        await().until(() -> there(given) == 200);
        assertThat(here(given)).isEqualTo(404);
        for (var table : new String[] {"ftp_login", "mailbox", "site"}) {
            assertThat(held(second, table, given)).as(table).isNotEqualTo("0");
            assertThat(held(RunningNode.SETTINGS, table, given)).as(table).isEqualTo("0");
        }
        given.suspend(Given.Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(2)).until(() -> there(given) == 503);
        given.activate(Given.Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(2)).until(() -> there(given) == 200);

        assertThatThrownBy(() -> new PanelNodes(environment, OUT).forget(NAME))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("subscriptions: move or remove them first");
        place(given, 1, RunningNode.SETTINGS);
        await().until(() -> here(given) == 200);
        assertThat(there(given)).isEqualTo(404);
    }

    /// It stays at its first copy until it is told to go: a panel of other tests may go on with it as well.
    private static void relocate(Given given, long from, long to) {
        given.database.execute(
                "insert into wirt.relocation (subscription_id, from_node, to_node, unix_uid, home, not_before, author, host, port, "
                        + "from_certificate, to_certificate) "
                        + "select s.id, f.id, t.id, s.unix_uid, s.home, now() + interval '1 hour', 'test', f.address, f.move_port, f.certificate, t.certificate "
                        + "from wirt.subscription s, wirt.node f, wirt.node t where s.id = ? and f.id = ? and t.id = ?",
                given.subscription,
                from,
                to);
    }

    private static boolean says(Given given, String condition) {
        return given.database.fetchCount(
                        DSL.table("wirt.relocation"),
                        DSL.condition("subscription_id = " + given.subscription + " and (" + condition + ")"))
                > 0;
    }

    private static void go(Given given) {
        given.database.execute(
                "update wirt.relocation set not_before = now() where subscription_id = ?", given.subscription);
        PanelWork.advanceMoves();
    }

    private static void arrives(Given given, long node) {
        go(given);
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    PanelWork.advanceMoves();
                    return given.database
                            .fetchSingle("select node_id from wirt.subscription where id = ?", given.subscription)
                            .get(0, long.class)
                            .equals(node);
                });
    }

    private static void as(Given given, String... words) throws IOException {
        var uid = Integer.parseInt(given.home.getFileName().toString());
        new Command(NodeHomes.under(uid, words)).run();
    }

    @Test
    void aSubscriptionMovesWithEverythingThatIsInItsHome() throws IOException {
        var given = RunningNode.customer();
        var pages = given.home.resolve("httpdocs");
        as(given, "mkdir", "-p", pages.resolve("deep/er").toString());
        as(given, "cp", "/etc/os-release", pages.resolve("deep/er/text").toString());
        as(given, "chmod", "604", pages.resolve("deep/er/text").toString());
        as(
                given,
                "ln",
                pages.resolve("deep/er/text").toString(),
                pages.resolve("same").toString());
        as(given, "ln", "-s", "/etc/shadow", pages.resolve("link").toString());
        as(given, "cp", "/etc/os-release", pages.resolve("short-lived").toString());

        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "step = 'COPY' and copied"));
        assertThat(here(given)).as("all goes on meanwhile").isEqualTo(200);
        as(given, "cp", "/etc/hostname", pages.resolve("late").toString());
        as(given, "rm", pages.resolve("short-lived").toString());
        arrives(given, second.id());

        await().atMost(Duration.ofSeconds(10)).until(() -> there(given) == 200);
        assertThat(here(given)).isEqualTo(404);
        assertThat(given.database.fetchCount(
                        DSL.table("wirt.reason"), DSL.condition("subject_id = ?", given.subscription)))
                .as("no maintenance any more")
                .isZero();
        var home = second.hosting().resolve(given.home.getFileName());
        var arrived = home.resolve("httpdocs");
        assertThat(arrived.resolve("late")).hasSameBinaryContentAs(Path.of("/etc/hostname"));
        assertThat(arrived.resolve("short-lived")).doesNotExist();
        var text = arrived.resolve("deep/er/text");
        assertThat(Files.getAttribute(text, "unix:mode")).isEqualTo(0100604);
        assertThat(Files.getAttribute(text, "unix:uid"))
                .isEqualTo(Integer.parseInt(home.getFileName().toString()));
        assertThat(Files.isSameFile(text, arrived.resolve("same")))
                .as("one file")
                .isTrue();
        assertThat(Files.readSymbolicLink(arrived.resolve("link"))).isEqualTo(Path.of("/etc/shadow"));
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(given.home));

        relocate(given, second.id(), 1);
        arrives(given, 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> here(given) == 200);
        assertThat(pages.resolve("late")).exists();
    }

    private static List<String> says(NodeSettings node, String name, String type) {
        return DnsQuestion.of(node.ports().dns().number(), name, type).ask().answers();
    }

    private static void bothSay(String name, String type, String... answers) {
        for (var node : List.of(RunningNode.SETTINGS, second))
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(says(node, name, type))
                            .as("node %s", node.id())
                            .containsExactlyInAnyOrder(answers));
    }

    private static void nobodyKnows(String name) {
        for (var node : List.of(RunningNode.SETTINGS, second))
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(DnsQuestion.of(node.ports().dns().number(), name, "A")
                                            .ask()
                                            .code())
                                    .as("node %s", node.id())
                                    .isEqualTo(REFUSED));
    }

    @Test
    void bothNodesAnswerForTheDomainsOfEachAlsoWhileOneMoves() {
        var given = RunningNode.customer();
        var names = RunningNode.SETTINGS.names();
        var host = given.host;
        given.database.execute(
                "insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, "
                        + "name, type, value, ttl) values (?, ?, ?, ?, ?, 1, 'shop', 'A', '192.0.2.7', 300)",
                given.site,
                host,
                given.subscription,
                given.customer,
                given.reseller);
        bothSay(host, "SOA", "SOA 3600 " + names.server() + " hostmaster." + host + " 1");
        bothSay(host, "NS", "NS 3600 " + names.server(), "NS 3600 " + NAME_SERVER);
        for (var name : List.of(host, "www." + host, "mail." + host)) bothSay(name, "A", "A 3600 " + names.address());
        bothSay("shop." + host, "A", "A 300 192.0.2.7");

        relocate(given, 1, second.id());
        bothSay(host, "A", "A 60 " + names.address());
        bothSay("shop." + host, "A", "A 300 192.0.2.7");
        arrives(given, second.id());
        bothSay(host, "SOA", "SOA 3600 " + NAME_SERVER + " hostmaster." + host + " 1");
        bothSay(host, "NS", "NS 3600 " + names.server(), "NS 3600 " + NAME_SERVER);
        for (var name : List.of(host, "www." + host, "mail." + host)) bothSay(name, "A", "A 3600 " + ADDRESS);
        bothSay("shop." + host, "A", "A 300 192.0.2.7");

        relocate(given, second.id(), 1);
        bothSay(host, "A", "A 60 " + ADDRESS);
        arrives(given, 1);
        bothSay(host, "A", "A 3600 " + names.address());
        relocate(given, 1, second.id());
        bothSay(host, "A", "A 60 " + names.address());
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
        bothSay(host, "A", "A 3600 " + names.address());
    }

    /// As the panel removes them: by a reason, on the account, on its reseller or on the subscription.
    @Test
    void whatIsRemovedIsRefusedByBothAndASuspendedDomainIsNot() {
        var given = RunningNode.customer();
        given.suspend(Given.Cause.CUSTOMER);
        bothSay(given.host, "A", "A 3600 " + RunningNode.SETTINGS.names().address());
        given.activate(Given.Cause.CUSTOMER);
        removed(given, "subscription", given.subscription);
        removed(given, "account", given.customer);
        removed(given, "account", given.reseller);
    }

    private static void removed(Given given, String subject, long id) {
        given.reason(subject, id, REMOVED);
        nobodyKnows("www." + given.host);
        given.noReason(subject, id);
        bothSay(given.host, "A", "A 3600 " + RunningNode.SETTINGS.names().address());
    }

    @Test
    void whatCannotBeFetchedStaysAndWhatIsCalledOffLeavesNothingBehind() throws IOException {
        var given = RunningNode.customer();
        var uid = given.home.getFileName().toString();
        var draft = second.hosting().resolve(".coming-" + uid);
        as(given, "mkdir", "-m", "000", given.home.resolve("httpdocs/closed").toString());
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "failure like '%closed%'"));
        PanelWork.advanceMoves();
        assertThat(here(given)).isEqualTo(200);
        assertThat(says(given, "step = 'COPY' and not copied")).isTrue();
        assertThat(draft).exists();
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(draft));
        assertThat(given.home).exists();
    }

    @Test
    void whoFallsSilentDuringTheLastCopyIsBackWhereItWas() throws IOException {
        var given = RunningNode.customer();
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "copied"));
        // Its keeper would start it again.
        try (var _ = second.intent().alone()) {
            second.agent().stop();
            go(given);
            await().atMost(Duration.ofSeconds(10)).until(() -> here(given) == 503);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                given.database.execute(
                        "update wirt.relocation set told_at = told_at - interval '2 minutes' where subscription_id = ? "
                                + "and step <> 'COPY'",
                        given.subscription);
                PanelWork.advanceMoves();
                return says(given, "step = 'COPY' and failure = 'silent' and not_before > now()");
            });
            await().atMost(Duration.ofSeconds(5)).until(() -> here(given) == 200);
        } finally {
            second.agent().start();
        }
        arrives(given, second.id());
        await().atMost(Duration.ofSeconds(10)).until(() -> there(given) == 200);
        relocate(given, second.id(), 1);
        arrives(given, 1);
    }

    @Test
    void nobodyElseIsLetInWhereFilesAreFetched() throws Exception {
        var given = RunningNode.customer();
        relocate(given, 1, second.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> says(given, "copied"));
        var port = RunningNode.SETTINGS.ports().move().number();
        var stranger = new Passport(folder.resolve("stranger"));
        stranger.install();
        assertThat(fetched(stranger, port, given.subscription + " 1\n")).isEmpty();
        assertThat(fetched(second.passport(), port, given.subscription + 1 + " 1\n"))
                .isEmpty();
        assertThat(fetched(second.passport(), port, given.subscription + " 1\n"))
                .startsWith("@RSYNCD:");
        given.database.execute("delete from wirt.relocation where subscription_id = ?", given.subscription);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return false;
            } catch (ConnectException _) {
                return true;
            }
        });
    }

    private static String fetched(Passport passport, int port, String greeting) throws IOException {
        try (var line = passport.lines(_ -> true).getSocketFactory().createSocket("127.0.0.1", port)) {
            line.setSoTimeout(5000);
            line.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readNBytes(8), StandardCharsets.US_ASCII);
        } catch (SocketException | SSLException _) {
            return "";
        }
    }

    @Test
    void twoNodesHaveNotOneFolder() {
        var other = new NodeHomes(RunningNode.SETTINGS.hosting());
        assertThatThrownBy(() -> other.install(second.id()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("WIRT_HOSTING");
    }

    @Test
    void aNodeReadsNothingOfTheOthers() throws Exception {
        RunningNode.customer();
        var ticket = Ticket.read(second.ticket());
        assertThat(ticket.isOfThisMachine()).isFalse();
        assertThat(Files.getPosixFilePermissions(second.ticket())).hasSize(2);
        try (var panel = ticket.connect(second.root());
                var statement = panel.createStatement();
                var row = statement.executeQuery(
                        "select count(*), (select ssl from pg_stat_ssl where pid = pg_backend_pid()) "
                                + "from wirt.mailbox")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
            assertThat(row.getBoolean(2)).as("encrypted").isTrue();
        }
    }

    @Test
    void whatItWasSetUpWithNeedsNotBeSaidAgain() throws IOException {
        var silent = new Settings(
                name -> name.equals("WIRT_NODE_HOME") ? folder.resolve("home").toString() : null);
        SAID.reset();
        new Setup(silent, OUT).status();
        assertThat(SAID.toString(StandardCharsets.UTF_8))
                .contains("Node " + second.id() + " follows the panel")
                .doesNotContain("does not run");
    }

    @Test
    void aTicketThatIsNoneAndANameThatIsTakenAreRefused() throws IOException {
        var file = Files.writeString(folder.resolve("none"), "node=x");
        assertThatThrownBy(() -> Setup.take(file, environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is no ticket");
        assertThatThrownBy(() -> new PanelNodes(environment, OUT).add(NAME, folder.resolve("again")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> new PanelNodes(environment, OUT).forget("nobody"))
                .isInstanceOf(StartRefused.class);
    }
}
