package org.wirt.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that Wirt brings along: its programs and data lie in the data home, it listens on the loopback
/// address, and for hosting nodes beyond it, asks everybody for a password, and loses nothing at a power cut.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /// Recovery after a crash may take this long, in seconds, before the start counts as failed.
    private static final String START_SECONDS = "120";

    private static final String STOP_SECONDS = "20";

    private final PostgresFiles files;
    private final PostgresUser user;
    private final Path data;
    private final int port;
    private final Optional<AddressRanges> nodes;
    private final Login superuser;

    private EmbeddedDatabase(
            PostgresFiles files,
            PostgresUser user,
            Path data,
            int port,
            Optional<AddressRanges> nodes,
            Login superuser) {
        this.files = files;
        this.user = user;
        this.data = data;
        this.port = port;
        this.nodes = nodes;
        this.superuser = superuser;
    }

    /// Starts it, makes its data folder at the first start, and takes over from a server that a killed Wirt left
    /// behind.
    public static EmbeddedDatabase start(Home home, int port, Optional<AddressRanges> nodes) {
        try {
            var folder = PostgresFolder.in(home);
            var files = PostgresFiles.in(folder);
            var data = folder.resolve("data");
            var user = PostgresUser.choose(folder, files.program("postgres"), data);
            var superuser = new Login(Login.SUPERUSER, home.secret("database-superuser"));
            var database =
                    new EmbeddedDatabase(files, user, data, port == 0 ? TakenPort.free() : port, nodes, superuser);
            database.endOrphan();
            TakenPort.refuse("127.0.0.1", port, "WIRT_DATABASE_PORT");
            database.create(folder);
            database.certify(home);
            database.launch(folder);
            return database;
        } catch (IOException e) {
            throw new StartRefused("The embedded PostgreSQL does not start: " + e.getMessage());
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Login superuser() {
        return superuser;
    }

    /// Stops it: running statements are rolled back, what is committed is on the disk.
    @Override
    public void close() throws IOException {
        stop();
    }

    private void endOrphan() throws IOException {
        var orphan = Postmaster.of(data);
        if (orphan.isEmpty()) return;
        if (orphan.get().isPostgres()) {
            stop();
            LOG.info(
                    "Stopped the database (process {}) that an interrupted Wirt left running; starting it afresh",
                    orphan.get().pid());
        } else {
            // PostgreSQL would take any living process of that number for itself and refuse to start.
            Files.deleteIfExists(orphan.get().file());
        }
    }

    private void create(Path folder) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            user.own(data);
            return;
        }
        LOG.info("Making the database in {}", data);
        home(data);
        var password = folder.resolve("initial-password");
        Files.deleteIfExists(password);
        Home.writeSecret(password, superuser.password().getBytes(StandardCharsets.US_ASCII));
        user.own(password);
        run(List.of(
                files.program("initdb"),
                "--pgdata=" + data,
                "--username=" + superuser.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums"));
        Files.delete(password);
    }

    private void home(Path folder) throws IOException {
        Files.createDirectories(folder);
        user.own(folder);
    }

    private void launch(Path folder) throws IOException {
        var log = folder.resolve("log");
        home(log);
        Files.writeString(data.resolve("wirt.conf"), PostgresOptions.text(port, log, nodes));
        include("postgresql.conf", "include 'wirt.conf'");
        Files.writeString(data.resolve("wirt_hba.conf"), PostgresOptions.access(nodes));
        include("pg_hba.conf", "include wirt_hba.conf");
        user.own(data);
        try {
            run(List.of(
                    files.program("pg_ctl"),
                    "start",
                    "-D",
                    data,
                    "-w",
                    "-s",
                    "-t",
                    START_SECONDS,
                    "-l",
                    log.resolve("start.log")));
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL does not start; its words are in " + log + ": " + e.getMessage());
        }
    }

    /// With a copy of its own: it takes no key that others may read.
    private void certify(Home home) throws IOException {
        var certificate = home.databaseCertificate();
        Home.writeSecret(data.resolve(PostgresOptions.KEY), Files.readAllBytes(certificate.key()));
        Home.writeSecret(data.resolve(PostgresOptions.CHAIN), Files.readAllBytes(certificate.chain()));
    }

    private void include(String file, String line) throws IOException {
        var main = data.resolve(file);
        var text = Files.readString(main);
        if (!text.contains(line)) Files.writeString(main, text + "\n" + line + "\n");
    }

    private void stop() throws IOException {
        run(List.of(files.program("pg_ctl"), "stop", "-D", data, "-w", "-s", "-m", "fast", "-t", STOP_SECONDS));
    }

    private void run(List<Object> words) throws IOException {
        new Command(user.command(words.toArray())).run();
    }
}
