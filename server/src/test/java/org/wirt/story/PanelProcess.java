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
import org.springframework.util.FileSystemUtils;
import org.wirt.Wirt;
import org.wirt.database.Home;
import org.wirt.database.Settings;
import org.wirt.database.TestDatabase;

/// A panel as a process of its own, with its own data home, which is thrown away.
final class PanelProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    static final String PASSWORD = "Winter.Regen.7";

    private static final String READY = "Wirt is ready: ";

    private final Path home;
    private final int http;
    private final int database;
    private Process panel;

    private PanelProcess(Path home, int http, int database, Process panel) {
        this.home = home;
        this.http = http;
        this.database = database;
        this.panel = panel;
    }

    /// It comes up; see `isThere`.
    static PanelProcess begun(String... arguments) {
        try {
            var home = Files.createTempDirectory(Path.of("target"), "panel-").toAbsolutePath();
            int http = TestDatabase.freePort();
            int database = TestDatabase.freePort();
            return new PanelProcess(home, http, database, begin(home, http, database, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process begin(Path home, int http, int database, String... arguments) throws IOException {
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said(home).toFile()));
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
                "WIRT_ADMIN_PASSWORD",
                PASSWORD,
                "WIRT_DEMO_PASSWORD",
                PASSWORD));
        return builder.start();
    }

    private static Path said(Path home) {
        return home.resolve("said");
    }

    /// What it has written so far.
    String said() {
        try {
            return Files.readString(said(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it answers, and until it has said that it is ready, and something more: it answers a little before
    /// the administrator has his password.
    PanelProcess isThere(String... words) {
        await().atMost(PATIENCE)
                .until(() -> !panel.isAlive()
                        || (answers()
                                && said().contains(READY)
                                && List.of(words).stream().allMatch(said()::contains)));
        assertThat(panel.isAlive()).as(said()).isTrue();
        return this;
    }

    private boolean answers() {
        try {
            return browser().get("/sign-in").status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /// As by `kill -9`.
    void kill() throws InterruptedException {
        panel.destroyForcibly().waitFor();
    }

    /// Once more on the same data.
    void again() {
        try {
            panel = begin(home, http, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        isThere();
    }

    String address() {
        return "http://127.0.0.1:" + http;
    }

    Browser browser() {
        return new Browser(address());
    }

    /// Signed in as PostgreSQL's superuser.
    Connection database() throws SQLException {
        var login = Home.superuser(new Settings(Map.of("WIRT_HOME", home.toString())::get))
                .orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + database + "/wirt", login.user(), login.password());
    }

    @Override
    public void close() {
        try {
            panel.destroy();
            if (!panel.waitFor(30, TimeUnit.SECONDS)) kill();
            var data = home.resolve("postgresql");
            if (Files.exists(data)) FileSystemUtils.deleteRecursively(data.toRealPath());
            FileSystemUtils.deleteRecursively(home);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
