package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import org.wirt.Wirt;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.TestDatabase;

/// A panel as a process of its own, with its own data home, is killed (kill -9) in the middle of a bulk suspension.
@Timeout(240)
class KilledPanelTest {

    private static final int CUSTOMERS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "Winter.Regen.7";

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

    private final Path home = folder();
    private final int http = port();
    private final int database = port();
    private Process panel;

    @BeforeEach
    void started() {
        panel = start("--demo", Integer.toString(CUSTOMERS));
        // It answers before it is filled.
        await().atMost(PATIENCE).until(() -> Files.readString(said()).contains("Demo: " + CUSTOMERS + " customers."));
    }

    @AfterEach
    void ended() throws IOException, InterruptedException {
        panel.destroy();
        if (!panel.waitFor(30, TimeUnit.SECONDS)) panel.destroyForcibly().waitFor();
        var data = home.resolve("postgresql");
        if (Files.exists(data)) FileSystemUtils.deleteRecursively(data.toRealPath());
        FileSystemUtils.deleteRecursively(home);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "killed-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port() {
        try {
            return TestDatabase.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns when it answers.
    private Process start(String... arguments) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Wirt.class.getName()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WIRT_"));
        for (var name : List.of("HTTPS", "WEB", "FTP", "SFTP", "SMTP", "SUBMISSION", "IMAP"))
            environment.put("WIRT_" + name + "_PORT", "0");
        environment.putAll(Map.of(
                "WIRT_HOME",
                home.toString(),
                "WIRT_BIND",
                "127.0.0.1",
                "WIRT_HTTP_PORT",
                Integer.toString(http),
                "WIRT_DATABASE_PORT",
                Integer.toString(database),
                "WIRT_DEMO_PASSWORD",
                PASSWORD));
        try {
            var process = builder.start();
            await().atMost(PATIENCE).until(() -> answers() || !process.isAlive());
            assertThat(process.isAlive()).as(Files.readString(said())).isTrue();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path said() {
        return home.resolve("said");
    }

    private Browser browser() {
        return new Browser("http://127.0.0.1:" + http);
    }

    private boolean answers() {
        try {
            return browser().get("/sign-in").status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private Connection database() throws SQLException {
        var login = Home.superuser(new Settings(Map.of("WIRT_HOME", home.toString())::get))
                .orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + database + "/wirt", login.user(), login.password());
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
        try (var given = database()) {
            run(given, "create table public.served as " + SERVED);
            assertThat(number(given, "select count(*) from public.served")).isEqualTo(CUSTOMERS);
            assertThat(number(given, "select count(*) from public.served where sites > 0 and mailboxes > 0"))
                    .isGreaterThan(CUSTOMERS / 2);
            // The demo's password, for the administrator too.
            run(
                    given,
                    "update wirt.login set password_hash = (select password_hash from wirt.login where account_id > 1 "
                            + "and password_hash is not null limit 1) where account_id = 1 and owner");
        }
        try (var inTheWay = database()) {
            // The second batch waits for one of its customers: so it is the middle.
            inTheWay.setAutoCommit(false);
            run(inTheWay, "select 1 from wirt.account where id = (select max(id) from public.served) for update");
            var admin = browser();
            assertThat(admin.signIn("admin", PASSWORD).path()).isNotEqualTo("/sign-in");
            admin.get("/customers");
            var started = admin.post("/bulk/customer.suspend", "all", "true");
            assertThat(started.status()).as(started.words()).isEqualTo(200);
            try (var watching = database()) {
                await().atMost(PATIENCE).until(() -> targets(watching, "'DONE', 'UNCHANGED'") > 0);
            }
            panel.destroyForcibly().waitFor();
            inTheWay.rollback();
        }
        try (var left = database()) {
            await().atMost(PATIENCE)
                    .until(() -> number(
                                    left,
                                    "select count(*) from pg_stat_activity where usename = 'wirt_app' and state <> 'idle'")
                            == 0);
            assertThat(targets(left, "'DONE', 'UNCHANGED'")).isBetween(1L, CUSTOMERS - 1L);
            assertThat(targets(left, "'PENDING'")).isPositive();
            assertThat(halves(left)).isZero();
        }
        panel = start();
        try (var again = database()) {
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
        assertThat(Files.readString(said())).contains("customer.suspend", "goes on with");
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
