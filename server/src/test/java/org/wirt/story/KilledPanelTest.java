package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A panel as a process of its own, with its own data home, is killed (kill -9) in the middle of a bulk suspension.
@Timeout(240)
class KilledPanelTest {

    private static final int CUSTOMERS = 1000;
    private static final Duration PATIENCE = PanelProcess.PATIENCE;

    /// What a customer has that answers at the moment.
    private static final String SERVED = """
            select a.id, a.reasons & 16 <> 0 as suspended,
                   (select count(*) from node.web w join wirt.subscription s on s.id = w.sub_id
                    where s.customer_id = a.id and w.state = 'on') as sites,
                   (select count(*) from node.ftp_user f join wirt.subscription s on s.id = f.sub_id
                    where s.customer_id = a.id) as logins,
                   (select count(*) from node.mail_user m join wirt.subscription s on s.id = m.sub_id
                    where s.customer_id = a.id and m.live) as mailboxes
            from wirt.account a where a.kind = 'CUSTOMER'
            """;
    private static final String JOB = "(select max(id) from wirt.job where verb = 'customer.suspend')";

    private final PanelProcess panel = PanelProcess.begun("--demo", Integer.toString(CUSTOMERS));

    @BeforeEach
    void started() {
        // It answers before it is filled.
        panel.isThere("Demo: " + CUSTOMERS + " customers.");
    }

    @AfterEach
    void ended() {
        panel.close();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long targets(Connection connection, String outcomes) throws SQLException {
        return number(
                connection,
                "select count(*) from wirt.job_target where job_id = " + JOB + " and outcome in (" + outcomes + ")");
    }

    @Test
    void everyCustomerIsWhollySuspendedOrWhollyLiveAndTheRestFollowsAfterTheStart() throws Exception {
        try (var given = panel.database()) {
            run(given, "create table public.served as " + SERVED);
            assertThat(number(given, "select count(*) from public.served")).isEqualTo(CUSTOMERS);
            assertThat(number(given, "select count(*) from public.served where sites > 0 and mailboxes > 0"))
                    .isGreaterThan(CUSTOMERS / 2);
        }
        try (var inTheWay = panel.database()) {
            // The second batch waits for one of its customers: so it is the middle.
            inTheWay.setAutoCommit(false);
            run(inTheWay, "select 1 from wirt.account where id = (select max(id) from public.served) for update");
            var admin = panel.browser();
            assertThat(admin.signIn("admin", PanelProcess.PASSWORD).path()).isNotEqualTo("/sign-in");
            admin.get("/customers");
            var started = admin.post("/bulk/customer.suspend", "all", "true");
            assertThat(started.status()).as(started.words()).isEqualTo(200);
            try (var watching = panel.database()) {
                await().atMost(PATIENCE).until(() -> targets(watching, "'DONE', 'UNCHANGED'") > 0);
            }
            panel.kill();
            inTheWay.rollback();
        }
        try (var left = panel.database()) {
            await().atMost(PATIENCE)
                    .until(() -> number(
                                    left,
                                    "select count(*) from pg_stat_activity where usename = 'wirt_app' and state <> 'idle'")
                            == 0);
            assertThat(targets(left, "'DONE', 'UNCHANGED'")).isBetween(1L, CUSTOMERS - 1L);
            assertThat(targets(left, "'PENDING'")).isPositive();
            assertThat(halves(left)).isZero();
        }
        panel.again();
        try (var again = panel.database()) {
            await().atMost(PATIENCE)
                    .until(() ->
                            number(again, "select count(*) from wirt.job where id = " + JOB + " and state = 'DONE'")
                                    == 1);
            assertThat(targets(again, "'DONE', 'UNCHANGED'")).isEqualTo(CUSTOMERS);
            assertThat(halves(again)).isZero();
            assertThat(number(again, "select count(*) from (" + SERVED + ") now where not suspended"))
                    .isZero();
            assertThat(number(
                            again,
                            "select count(*) from wirt.reason r join public.served s on s.id = r.subject_id "
                                    + "where r.subject = 'account' and r.code = 16"))
                    .as("nobody was suspended twice")
                    .isEqualTo(CUSTOMERS);
        }
        assertThat(panel.said()).contains("customer.suspend", "goes on with");
    }

    /// Of those that were handled something still answers, or of the others anything is otherwise than before.
    private static long halves(Connection connection) throws SQLException {
        return number(connection, """
                select count(*) from (%s) now
                join public.served before using (id)
                join wirt.job_target t on t.target_id = now.id and t.job_id = %s
                where case when t.outcome = 'PENDING'
                           then (now.suspended, now.sites, now.logins, now.mailboxes)
                                is distinct from (before.suspended, before.sites, before.logins, before.mailboxes)
                           else not now.suspended or now.sites + now.logins + now.mailboxes > 0 end
                """.formatted(SERVED, JOB));
    }
}
