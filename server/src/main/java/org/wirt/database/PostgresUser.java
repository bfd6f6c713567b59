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
    private static final PostgresUser SYSTEM = new PostgresUser(
            List.of("setpriv", "--reuid=" + SYSTEM_USER, "--regid=" + SYSTEM_USER, "--clear-groups", "--"),
            SYSTEM_USER);

    /// The way that works here.
    ///
    /// @param folder  programs and data of PostgreSQL
    /// @param program one of its programs, tried out
    /// @param data    keeps the owner it has
    static PostgresUser choose(Path folder, Path program, Path data) throws IOException {
        if (!isRoot()) return SELF;
        if (!ownedBySystemUser(data) && NAMESPACE.canRun(program)) return NAMESPACE;
        if (!exists() && !make()) throw refused("the system user " + SYSTEM_USER + " cannot be made");
        SYSTEM.own(folder);
        if (!SYSTEM.canRun(program)) throw refused("the system user " + SYSTEM_USER + " cannot reach " + program);
        LOG.info("PostgreSQL runs as the system user {}", SYSTEM_USER);
        return SYSTEM;
    }

    static boolean mustBeSystemUser() {
        return isRoot() && !NAMESPACE.canRun(Path.of("/bin/true"));
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

    private boolean canRun(Path program) {
        return new Command(command(program, "--version")).succeeds();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean make() {
        return Command.of("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER)
                .succeeds();
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
