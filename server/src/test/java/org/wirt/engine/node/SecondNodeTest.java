package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;
import org.wirt.engine.Given;

/// Two hosting nodes of one panel: the second comes in over an encrypted line, each has its own subscriptions and
/// nobody else's, and both answer for all domains.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class SecondNodeTest extends TwoNodes {

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
    void timesOfANodeWhoseClockIsWrongAreSetRight() throws Exception {
        var given = RunningNode.customer();
        place(given, second.id(), second);
        try (var panel = Ticket.read(second.ticket()).connect(second.root());
                var statement = panel.createStatement()) {
            var row = statement.executeQuery(
                    "select ahead from wirt.node_state(now() + interval '1 hour', 7, '{/full}', '{FTP}', '{192.0.2.7}', 0)");
            row.next();
            assertThat(row.getInt(1)).isEqualTo(3600);
            statement.execute("select wirt.node_ended('{7}', array[now() + interval '1 hour'], '{FTP}', '{x}', '{"
                    + given.subscription + "}')");
        }
        assertThat(given.number(
                        "select count(*) from wirt.session_end where customer_id = ? "
                                + "and at between now() - interval '1 minute' and now() + interval '1 second'",
                        given.customer))
                .isEqualTo(1);
        place(given, 1, RunningNode.SETTINGS);
    }

    /// As one of another release, which cannot take what the panel sends, or one whose disk is full.
    @Test
    void oneToWhichNothingComesIsLikeOneThatIsNotHeardOf() throws Exception {
        var given = RunningNode.customer();
        try (var panel = Ticket.read(second.ticket()).connect(second.root());
                var statement = panel.createStatement()) {
            statement.execute("select wirt.node_state(now(), 7, '{}', '{}', '{}', 0)");
            statement.execute("select wirt.node_state(now(), 7, '{}', '{}', '{}', 0)");
            given.database.execute("update wirt.node set seen_at = 'epoch' where id = ?", second.id());
            statement.execute("select wirt.node_confirmed(0)");
            assertThat(heard(given)).isFalse();
            statement.execute("select wirt.node_state(now(), 7, '{}', '{}', '{}', 9223372036854775807)");
            statement.execute("select wirt.node_confirmed(0)");
            assertThat(heard(given)).isTrue();
        }
    }

    private static boolean heard(Given given) {
        return given.number("select count(*) from wirt.node where seen_at > 'epoch' and id = ?", second.id()) == 1;
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

    /// As after an update of the panel, which sends what an older node does not know.
    @Test
    void aNewTicketMakesAnEarlierOneVoidAndTheNodeKeepsWhatItHas() throws Exception {
        var given = RunningNode.customer();
        place(given, second.id(), second);
        await().until(() -> there(given) == 200);
        given.database.execute(
                "update wirt.node set rights = 'wirt of before', release = null where id = ?", second.id());
        assertThatThrownBy(() -> new Setup(environment, OUT).install())
                .as("its ticket is of an earlier release")
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("./wirt node ticket");
        assertThat(there(given)).as("nothing was touched").isEqualTo(200);
        var old = Ticket.read(second.ticket());
        var ticket = folder.resolve("renewed");
        new PanelNodes(environment, OUT).renew(NAME, ticket);
        assertThatThrownBy(() -> old.connect(second.root()).close()).hasMessageContaining("password");
        assertThat(there(given)).as("while it has not the new one").isEqualTo(200);

        Setup.take(ticket, environment);
        SAID.reset();
        new Setup(environment, OUT).install();
        assertThat(SAID.toString(StandardCharsets.UTF_8))
                .contains("Node " + second.id() + " follows the panel")
                .doesNotContain("does not run");
        assertThat(given.number("select count(*) from wirt.node where id = ? and release = rights", second.id()))
                .isOne();
        given.suspend(Given.Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(10)).until(() -> there(given) == 503);
        given.activate(Given.Cause.CUSTOMER);
        place(given, 1, RunningNode.SETTINGS);

        assertThatThrownBy(() -> new PanelNodes(environment, OUT).renew("local", ticket))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("./wirt node install");
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
