package org.wirt.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/// One migrated PostgreSQL for all tests of this JVM, in a folder that is thrown away.
///
/// Plain tests take [#app()] or [#owner()]. A test with the whole panel calls [#usedByThePanel()] in a static
/// initialiser (or a base class), so that its Spring context uses this database, and free ports for everything.
public final class TestDatabase {

    private static final int CONNECTIONS = 8;
    private static final int MANY_CONNECTIONS = 16;

    private static final List<String> PORTS = List.of(
            "WIRT_HTTP_PORT",
            "WIRT_HTTPS_PORT",
            "WIRT_WEB_PORT",
            "WIRT_FTP_PORT",
            "WIRT_SFTP_PORT",
            "WIRT_SMTP_PORT",
            "WIRT_SUBMISSION_PORT",
            "WIRT_IMAP_PORT");

    private static volatile boolean usedByAPanel;

    private TestDatabase() {}

    /// Signs in as `wirt_app`, like the panel.
    public static DataSource app() {
        return Running.APP;
    }

    /// Signs in as `wirt_owner`, whom row-level security does not hold back; for given data and for looking behind.
    public static DataSource owner() {
        return Running.OWNER;
    }

    /// Signs in as PostgreSQL's superuser.
    public static DataSource superuser() {
        return Running.SUPERUSER;
    }

    public static Database database() {
        return Running.DATABASE;
    }

    /// The data home it lies in, with its superuser's secret.
    public static Path home() {
        return Running.FOLDER.toAbsolutePath();
    }

    /// Points the settings of every Spring context that starts from now on to this database and to free ports.
    public static void usedByThePanel() {
        usedByAPanel = true;
        var external = Running.DATABASE;
        System.setProperty("WIRT_HOME", Running.FOLDER.resolve("panel").toString());
        System.setProperty("WIRT_DATABASE_URL", external.url());
        System.setProperty("WIRT_DATABASE_OWNER_USER", external.owner().user());
        System.setProperty("WIRT_DATABASE_OWNER_PASSWORD", external.owner().password());
        System.setProperty("WIRT_DATABASE_USER", external.app().user());
        System.setProperty("WIRT_DATABASE_PASSWORD", external.app().password());
        System.setProperty("WIRT_DATABASE_CONNECTIONS", Integer.toString(MANY_CONNECTIONS));
        System.setProperty("WIRT_BIND", "127.0.0.1");
        System.setProperty("WIRT_REST_V2_FOR_OTHERS", "true");
        // The rest of loopback stays what it is for web hooks.
        System.setProperty("WIRT_WEB_HOOK_NETWORKS", "127.0.0.2");
        for (var port : PORTS) System.setProperty(port, "0");
    }

    public static int freePort() throws IOException {
        return TakenPort.free();
    }

    /// Started at the first question, stopped with the JVM.
    private static final class Running {

        static final Path FOLDER = folder();
        static final Database DATABASE = start();
        static final HikariDataSource APP = DATABASE.pool(DATABASE.app(), CONNECTIONS);
        static final HikariDataSource OWNER = DATABASE.pool(DATABASE.owner(), CONNECTIONS);
        static final HikariDataSource SUPERUSER =
                DATABASE.pool(DATABASE.superuser().orElseThrow(), 2);

        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "panel-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Database start() {
            var home = Home.open(FOLDER.toAbsolutePath());
            share(home.secret(EncryptedKey.SECRET));
            var database = Database.open(
                    new DatabaseSettings(
                            0, CONNECTIONS, Optional.of(AddressRanges.parse("127.0.0.1/32")), Optional.empty()),
                    home);
            // After every panel of these tests has stopped: what it still has to write would wait for a database that
            // is gone.
            SpringApplication.getShutdownHandlers().add(() -> stop(database));
            // Those handlers are not called where no panel was ever started.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!usedByAPanel) stop(database);
            }));
            return database;
        }

        /// With the panel of the tests, so that a node reads what it encrypts.
        private static void share(String secret) {
            try {
                var secrets = Files.createDirectories(FOLDER.resolve("panel/secrets"));
                Files.writeString(secrets.resolve(EncryptedKey.SECRET), secret);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(Database database) {
            try {
                APP.close();
                OWNER.close();
                SUPERUSER.close();
                database.close();
                FileSystemUtils.deleteRecursively(FOLDER.resolve("postgresql").toRealPath());
                FileSystemUtils.deleteRecursively(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
