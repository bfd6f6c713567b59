package org.wirt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// As whom PostgreSQL's programs run. They refuse to run as root, so root steps aside: into a user namespace, or,
/// where the machine forbids those (most containers do), into a system user of its own.
///
/// @param prefix put before each command
/// @param name   the system user that must own the data; empty: the one Wirt itself runs as
record PostgresUser(List<String> prefix, String name) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUser.class);

    private static final String SYSTEM_USER = "wirt-postgres";
    private static final PostgresUser SELF = new PostgresUser(List.of(), "");
    private static final PostgresUser NAMESPACE = new PostgresUser(List.of("unshare", "-U", "--"), "");

    /// The first way that works here.
    ///
    /// @param probe a program of PostgreSQL that must be reachable
    /// @param data  the data folder; it keeps the owner it has
    static PostgresUser choose(Path probe, Path data) throws IOException {
        if (!isRoot()) return SELF;
        if (!ownedBySystemUser(data) && NAMESPACE.canRun(probe)) return NAMESPACE;
        if (!exists()
                && !Command.of("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER)
                        .succeeds()) throw refused("the system user " + SYSTEM_USER + " cannot be made");
        for (var way : systemUser()) {
            if (way.canRun(probe)) {
                LOG.info("PostgreSQL runs as the system user {}", SYSTEM_USER);
                return way;
            }
        }
        throw refused("the system user " + SYSTEM_USER + " cannot reach " + probe);
    }

    List<String> command(Object... words) {
        var command = new ArrayList<>(prefix);
        for (var word : words) command.add(word.toString());
        return List.copyOf(command);
    }

    /// Makes sure the files under a folder belong to the one who runs PostgreSQL.
    void own(Path folder) throws IOException {
        if (name.isEmpty()) return;
        if (!Command.of("chown", "-R", name + ":" + name, folder.toString()).succeeds())
            throw new IOException("cannot give " + folder + " to " + name);
    }

    /// The home is closed to everybody else, so reaching the programs in it may need a capability. Either is less than
    /// what root has in a user namespace, where every file of root stays readable.
    private static List<PostgresUser> systemUser() {
        return List.of(asSystemUser("-all"), asSystemUser("-all,+dac_read_search"), asSystemUser("-all,+dac_override"));
    }

    private static PostgresUser asSystemUser(String capabilities) {
        return new PostgresUser(
                List.of(
                        "setpriv",
                        "--reuid=" + SYSTEM_USER,
                        "--regid=" + SYSTEM_USER,
                        "--clear-groups",
                        "--inh-caps=" + capabilities,
                        "--ambient-caps=" + capabilities,
                        "--"),
                SYSTEM_USER);
    }

    private boolean canRun(Path program) {
        return new Command(command(program, "--version")).succeeds();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean exists() {
        return Command.of("id", SYSTEM_USER).succeeds();
    }

    private static boolean ownedBySystemUser(Path data) throws IOException {
        return Files.exists(data) && Files.getOwner(data).getName().equals(SYSTEM_USER);
    }

    private static StartRefused refused(String why) {
        return new StartRefused("PostgreSQL does not run as root, user namespaces are off on this machine, and " + why
                + "; start Wirt as an ordinary user, or set WIRT_DATABASE_URL");
    }
}
