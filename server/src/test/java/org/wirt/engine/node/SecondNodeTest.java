package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.engine.Given;
import org.wirt.engine.WebEngineContract.Visitor;

/// Two hosting nodes of one panel: the second comes in by a ticket, over an encrypted line, and each has its own
/// subscriptions and nobody else's.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class SecondNodeTest {

    private static final String NAME = "second";

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
                .hasMessageContaining("1 subscriptions");
        place(given, 1, RunningNode.SETTINGS);
        await().until(() -> here(given) == 200);
        assertThat(there(given)).isEqualTo(404);
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
