package org.wirt.engine.node;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.wirt.database.StartRefused;

/// By what a node comes in at the panel: where its database is, the node's own login there, and what it has to know of
/// the panel. Whoever has it can read what this node may read.
///
/// @param node        its number
/// @param password    of its login
/// @param secret      under which the keys of certificates are encrypted
/// @param certificate by which it knows the panel's database (PEM); empty on the panel's own machine
record Ticket(long node, String host, int port, String password, String secret, Optional<String> certificate) {

    private static final String LOOPBACK = "127.0.0.1";
    /// A line that was cut and is back is used at once: otherwise the system would knock less and less often, and each
    /// end would keep its half of the old one for a minute.
    private static final String PATIENCE = " connect_timeout=5 options=-cwal_sender_timeout=30s";

    static Ticket here(long node, int port, String password, String secret) {
        return new Ticket(node, LOOPBACK, port, password, secret, Optional.empty());
    }

    /// @throws StartRefused when it is none
    static Ticket read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new Ticket(
                    Long.parseLong(of(properties, "node")),
                    of(properties, "host"),
                    Integer.parseInt(of(properties, "port")),
                    of(properties, "password"),
                    of(properties, "secret"),
                    Optional.ofNullable(properties.getProperty("certificate")));
        } catch (IllegalArgumentException _) {
            throw new StartRefused(file + " is no ticket of a hosting node (./wirt node add makes one)");
        }
    }

    private static String of(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null) throw new IllegalArgumentException(name);
        return value;
    }

    /// Readable by its owner alone, and whole or not at all.
    void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("node", Long.toString(node));
        properties.setProperty("host", host);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
        properties.setProperty("secret", secret);
        certificate.ifPresent(text -> properties.setProperty("certificate", text));
        var text = new StringWriter();
        properties.store(text, null);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Whether the panel runs on this machine.
    boolean isOfThisMachine() {
        return certificate.isEmpty();
    }

    String user() {
        return PanelSide.name(node);
    }

    /// In the words of libpq.
    ///
    /// @param root where the panel's certificate lies
    String libpq(Path root) {
        var plain =
                "host=" + host + " port=" + port + " dbname=wirt user=" + user() + " password=" + password + PATIENCE;
        return certificate.isEmpty() ? plain : plain + " sslmode=verify-ca sslrootcert=" + root;
    }

    /// A connection to the panel's database as this node.
    ///
    /// @param root where the panel's certificate lies
    Connection connect(Path root) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "wirt-node-agent");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        if (certificate.isPresent()) {
            properties.setProperty("sslmode", "verify-ca");
            properties.setProperty("sslrootcert", root.toString());
        } else {
            properties.setProperty("sslmode", "disable");
        }
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/wirt", properties);
    }

    @Override
    public String toString() {
        return "Ticket of node " + node;
    }
}
