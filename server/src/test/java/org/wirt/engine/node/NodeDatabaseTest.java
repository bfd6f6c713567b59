package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.database.Command;
import org.wirt.database.TestDatabase;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;
import org.wirt.engine.Running;

/// Two hosting nodes that follow the tests' panel, each with a PostgreSQL of its own. Needs root on Debian 12, where it
/// installs what is missing.
@Timeout(120)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NodeDatabaseTest implements OnNode {

    private static final long ELSEWHERE = 70;

    private static TestNode elsewhere;

    private final Given given = Running.customer();

    @BeforeAll
    static void follow() throws IOException, SQLException {
        try (var panel = TestDatabase.superuser().getConnection();
                var statement = panel.createStatement()) {
            statement.execute("insert into wirt.node values (70, 'elsewhere') on conflict do nothing");
        }
        elsewhere = new TestNode(ELSEWHERE);
    }

    @AfterAll
    static void letGo() throws IOException, SQLException {
        elsewhere.close();
    }

    private static String ask(String question) {
        return ask(RunningNode.database(), question);
    }

    private static String ask(NodeDatabase node, String question) {
        try {
            return node.ask(NodePostgres.DATABASE, question);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A node hears of a commit within milliseconds; asking takes longer than that.
    private static void soon(Callable<Boolean> holds) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(5))
                .until(holds);
    }

    private String state() {
        return ask("select state from node.web where host = '" + given.host + "'");
    }

    private String mail() {
        return ask("select live || ' ' || mail from node.mail_user where address = '" + given.address + "'");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void whatGoesDarkOnThePanelGoesDarkOnTheNode(Cause cause) {
        soon(() -> state().equals("on") && mail().equals("true accept"));
        given.suspend(cause);
        soon(() -> state().equals("off") && mail().equals("false defer"));
        assertThat(ask("select count(*) from node.ftp_user where userid = '" + given.login + "'"))
                .isEqualTo("0");
        given.activate(cause);
        soon(() -> state().equals("on") && mail().equals("true accept"));
        assertThat(ask("select count(*) from node.ftp_user where userid = '" + given.login + "'"))
                .isEqualTo("1");
    }

    @Test
    void aNodeHoldsNothingOfWhatLiesElsewhere() {
        soon(() -> state().equals("on"));
        var customer = "select count(*) from wirt.";
        var where = " where subscription_id = " + given.subscription;
        given.forward("team", false, given.address);
        soon(() -> ask("select target from node.mail_alias where domain = '" + given.host + "'")
                .equals(given.address));
        for (var table : List.of("site", "ftp_login", "mailbox", "forward")) {
            assertThat(ask(customer + table + where)).as(table).isEqualTo("1");
            assertThat(ask(elsewhere.database, customer + table + where))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(ask(elsewhere.database, "select count(*) from wirt.account where id = " + given.customer))
                .isEqualTo("1");
    }

    @Test
    void movingASubscriptionTakesItFromOneNodeToTheOther() {
        soon(() -> state().equals("on"));
        given.database.execute("update wirt.subscription set node_id = 70 where id = ?", given.subscription);
        soon(() -> state().isEmpty());
        soon(() -> ask(elsewhere.database, "select state from node.web where host = '" + given.host + "'")
                .equals("on"));
        assertThat(ask("select count(*) from wirt.mailbox where subscription_id = " + given.subscription))
                .isEqualTo("0");
    }

    @Test
    void theWebServersRoleReadsWhoseAHostIsAndNothingElse() {
        assertThat(ask("set role wirt_web; select count(*) >= 0 from node.web")).isEqualTo("t");
        for (var other : List.of("node.ftp_user", "node.mail_user", "wirt.ftp_login", "wirt.account"))
            assertThatThrownBy(() -> RunningNode.database()
                            .ask(NodePostgres.DATABASE, "set role wirt_web; select * from " + other))
                    .as(other)
                    .hasMessageContaining("permission denied");
    }

    @Test
    void theDnsServersRoleReadsNamesAndNothingElse() {
        assertThat(ask("set role wirt_dns; select count(*) >= 0 from pdns.records"))
                .isEqualTo("t");
        for (var other : List.of("node.web", "wirt.dns_record", "wirt.node", "pdns.derived"))
            assertThatThrownBy(() -> RunningNode.database()
                            .ask(NodePostgres.DATABASE, "set role wirt_dns; select * from " + other))
                    .as(other)
                    .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> RunningNode.database()
                        .ask(NodePostgres.DATABASE, "set role wirt_dns; delete from pdns.comments"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void everyNodeKnowsTheNamesOfAllDomains() {
        given.database.execute(
                "insert into wirt.dns_record (site_id, host, subscription_id, customer_id, reseller_id, node_id, "
                        + "name, type, value, ttl) values (?, ?, ?, ?, ?, 1, 'shop', 'A', '192.0.2.7', 300)",
                given.site,
                given.host,
                given.subscription,
                given.customer,
                given.reseller);
        var zone = "select node_id || ' ' || gone || ' ' || moving from wirt.zone where host = '" + given.host + "'";
        var record = "select value from wirt.dns_record where fqdn = 'shop." + given.host + "'";
        soon(() -> ask(elsewhere.database, zone).equals("1 false false"));
        soon(() -> ask(elsewhere.database, record).equals("192.0.2.7"));
        given.database.execute("update wirt.subscription set node_id = 70 where id = ?", given.subscription);
        for (var node : List.of(RunningNode.database(), elsewhere.database)) {
            soon(() -> ask(node, zone).equals("70 false false"));
            soon(() -> ask(node, record).equals("192.0.2.7"));
        }
        given.database.execute("delete from wirt.subscription where id = ?", given.subscription);
        for (var node : List.of(RunningNode.database(), elsewhere.database)) {
            soon(() -> ask(node, zone).isEmpty());
            soon(() -> ask(node, record).isEmpty());
        }
    }

    @Test
    void aNodeKnowsOfTheOthersWhereTheyAreAndNoMore() {
        for (var node : List.of(RunningNode.database(), elsewhere.database)) {
            soon(() -> ask(node, "select count(*) from wirt.node where id in (1, 70)")
                    .equals("2"));
            assertThat(ask(
                            node,
                            "select string_agg(attname, ' ' order by attname) from pg_attribute "
                                    + "where attrelid = 'wirt.node'::regclass and attnum > 0"))
                    .isEqualTo("address id name_server");
            assertThat(ask(node, "select string_agg(node_id::text, ' ') from wirt.node_mark"))
                    .isEqualTo(node == elsewhere.database ? "70" : "1");
        }
    }

    /// As PowerDNS asks, with the plan that is kept for all names.
    @Test
    void eachNameIsFoundByAnIndex() {
        assertThat(ask("set enable_seqscan = off; set plan_cache_mode = force_generic_plan; "
                        + "prepare question (text, text) as select content, ttl, prio, type, domain_id, disabled::int, "
                        + "name, auth::int from pdns.records where disabled = false and type = $1 and name = $2; "
                        + "explain (costs off) execute question ('A', 'a.example')"))
                .contains("zone_host", "zone_www", "zone_mail", "dns_record_fqdn")
                .doesNotContain("Seq Scan on zone", "Seq Scan on dns_record");
    }

    @Test
    void nobodyComesInWhoIsNotKnownToTheSystemAsThatServer() {
        for (var role : List.of("postgres", "wirt_web")) {
            assertThatThrownBy(() -> asks("nobody", role)).hasMessageContaining("Permission denied");
            assertThatThrownBy(() -> asks("postfix", role)).hasMessageContaining("Peer authentication failed");
        }
    }

    private static void asks(String user, String role) throws IOException {
        Command.of(
                        "runuser",
                        "-u",
                        user,
                        "--",
                        "/usr/lib/postgresql/15/bin/psql",
                        "-h",
                        RunningNode.postgres().sockets().toString(),
                        "-U",
                        role,
                        "-d",
                        NodePostgres.DATABASE,
                        "-c",
                        "select 1")
                .run();
    }

    @Test
    void theRoleOfANodeReadsOnThePanelOnlyWhatTheNodeIsSent() throws SQLException {
        try (var panel = TestDatabase.superuser().getConnection();
                var statement = panel.createStatement()) {
            statement.execute("set role wirt_node_70");
            try (var row = statement.executeQuery(
                    "select count(id) from wirt.mailbox where subscription_id = " + given.subscription)) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
            assertThatThrownBy(() -> statement.executeQuery("select email from wirt.account"))
                    .hasMessageContaining("permission denied");
            statement.execute("reset role");
        }
    }

    @Test
    void aNodeThatLostItsDatabaseBeginsAnew() throws IOException, SQLException {
        given.database.execute("update wirt.subscription set node_id = 70 where id = ?", given.subscription);
        elsewhere.postgres.erase();
        elsewhere.follow();
        assertThat(ask(elsewhere.database, "select state from node.web where host = '" + given.host + "'"))
                .isEqualTo("on");
    }

    @Test
    void installingAgainChangesNothing() throws IOException, SQLException {
        soon(() -> state().equals("on"));
        var publication = "select oid from pg_publication where pubname = 'wirt_node_1'";
        long before = given.number(publication);
        RunningNode.install();
        assertThat(given.number(publication)).isEqualTo(before);
        given.suspend(Cause.CUSTOMER);
        soon(() -> state().equals("off"));
    }
}
