package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.wirt.database.Command;

/// The PostgreSQL of a hosting node: Debian's programs, a cluster of Wirt's own, reached by its socket alone. Who asks
/// is known by the operating system (peer authentication), so that no server needs a password.
final class NodePostgres implements Kept {

    /// Among the node's units.
    static final String UNIT = "database";

    static final String DATABASE = "wirt_node";

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postgres";

    /// The system's users that ask it.
    private static final List<String> SERVERS = List.of("www-data", "proftpd", "postfix", "dovecot", "pdns");

    private static final String ACCESS = """
            local all postgres peer
            local wirt_node all peer map=wirt
            """;
    /// Which of the system's users may ask as which role.
    private static final String PEOPLE = """
            wirt www-data wirt_web
            wirt root wirt_agent
            wirt root wirt_ftp
            wirt proftpd wirt_ftp
            wirt postfix wirt_mail
            wirt dovecot wirt_mailbox
            wirt pdns wirt_dns
            """;

    private final Path data;
    private final Path sockets;
    private final Unit unit;

    NodePostgres(Path home, Path sockets) {
        this.data = home.resolve("postgresql");
        this.unit = Unit.of(
                        home,
                        UNIT,
                        new Daemon("The node's database", data.resolve("postmaster.pid"), data.toString()),
                        List.of(
                                "setpriv",
                                "--reuid=" + USER,
                                "--regid=" + USER,
                                "--init-groups",
                                "--",
                                program("postgres"),
                                "-D",
                                data.toString()))
                // To follow another machine's panel it looks there for a certificate of its own; root's it may not
                // read.
                .with(Map.of("HOME", "/var/lib/postgresql"))
                .notifying()
                .endedBy("INT");
        this.sockets = sockets;
    }

    /// Where its socket lies: a folder of its own, through which nobody passes but the servers.
    static Path meeting(Path sockets) {
        return sockets.resolve("db");
    }

    static Path socket(Path sockets) {
        return meeting(sockets).resolve(".s.PGSQL.5432");
    }

    Path sockets() {
        return meeting(sockets);
    }

    Unit unit() {
        return unit;
    }

    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isRunning() {
        return exists() && unit.isRunning();
    }

    /// Makes the cluster where it is missing, and writes its settings anew, for one that runs as well.
    void create() throws IOException {
        owned(data);
        if (!exists())
            as(program("initdb"), "-D", data.toString(), "-A", "peer", "--locale=C.UTF-8", "--encoding=UTF8", "-k")
                    .run();
        Files.writeString(data.resolve("wirt.conf"), settings());
        var main = data.resolve("postgresql.conf");
        var line = "include 'wirt.conf'\n";
        if (!Files.readString(main).endsWith(line)) Files.writeString(main, Files.readString(main) + line);
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
        Files.writeString(data.resolve("pg_ident.conf"), PEOPLE);
        Command.of("chown", "-R", USER + ":" + USER, data.toString()).run();
        // One that runs takes over what does not need a new start.
        if (isRunning()) run("postgres", "select pg_reload_conf()");
    }

    private String settings() {
        return """
                listen_addresses = ''
                unix_socket_directories = '%s'
                max_connections = 300
                fsync = on
                jit = off
                authentication_timeout = 5s
                wal_receiver_timeout = 30s
                timezone = 'UTC'
                """.formatted(sockets());
    }

    /// After an accident it first reads what was under way. Somebody's question that outlives it keeps it from starting
    /// for a moment: such a process is in a session of its own, and ends by itself.
    @Override
    public void start() throws IOException {
        makeFolders();
        if (!isRunning()) unit.start(this::isReady);
    }

    void makeFolders() throws IOException {
        Files.createDirectories(sockets);
        owned(sockets());
        letIn();
    }

    /// As it has written down itself (`postmaster.pid`, eighth line).
    private boolean isReady() {
        try {
            return isRunning()
                    && Files.readString(data.resolve("postmaster.pid"))
                            .lines()
                            .anyMatch(line -> line.startsWith("ready"));
        } catch (IOException _) {
            return false;
        }
    }

    /// A customer's script could hold all connections without ever saying who it is.
    private void letIn() throws IOException {
        Command.of("chmod", "700", sockets().toString()).run();
        for (var user : SERVERS) {
            if (Command.of("id", "-u", user).succeeds())
                Command.of("setfacl", "-m", "u:" + user + ":x", sockets().toString())
                        .run();
        }
    }

    void stop() throws IOException {
        unit.stop();
    }

    /// With all it holds.
    void erase() throws IOException {
        unit.erase();
        FileSystemUtils.deleteRecursively(data);
    }

    /// Runs statements as the superuser; the first that fails ends them.
    ///
    /// @return the rows they answered with, columns parted by `|`
    String run(String database, String sql) throws IOException {
        var script = Files.createTempFile("wirt", ".sql");
        try {
            Files.writeString(script, sql, StandardCharsets.UTF_8);
            Command.of("chown", USER, script.toString()).run();
            return as(
                            program("psql"),
                            "-X",
                            "-q",
                            "-A",
                            "-t",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-h",
                            sockets().toString(),
                            "-d",
                            database,
                            "-f",
                            script.toString())
                    .run()
                    .strip();
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private static void owned(Path folder) throws IOException {
        Files.createDirectories(folder);
        Command.of("chown", USER + ":" + USER, folder.toString()).run();
    }

    private static String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    private static Command as(String... words) {
        var all = new ArrayList<>(List.of("runuser", "-u", USER, "--"));
        all.addAll(List.of(words));
        return new Command(all);
    }
}
