package org.wirt.engine.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// Tells the panel what happened on the node, as the node's own login, which may call two functions there and read what
/// the node is sent. While the panel is away everything is kept; it is told once it is back, and nothing twice.
final class PanelLink implements AutoCloseable {

    private static final String ENDED = "select wirt.node_ended(?, ?, ?, ?, ?)";
    private static final String CONFIRMED = "select wirt.node_confirmed(?)";
    private static final String TRAFFIC = "select wirt.node_traffic(?, ?)";
    private static final String DISK = "select wirt.node_disk(?, ?)";
    private static final String URL = "url";

    private final AgentDatabase database;
    private final Path file;
    private @Nullable Connection connection;

    /// @param file where [#address] has written how the panel is reached
    PanelLink(AgentDatabase database, Path file) {
        this.database = database;
        this.file = file;
    }

    /// Keeps how the panel is reached, readable by root alone.
    static void address(Path file, String url, String user, String password) throws IOException {
        var properties = new Properties();
        properties.setProperty(URL, url);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, null);
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /// @param mark up to which everything that is not live has ended
    synchronized void tell(long mark) throws SQLException, IOException {
        try {
            var open = connected();
            for (var untold = database.untold(); !untold.isEmpty(); untold = database.untold()) {
                ended(open, untold);
                database.told(untold);
            }
            try (var statement = open.prepareStatement(CONFIRMED)) {
                statement.setLong(1, mark);
                statement.execute();
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /// What went out since the last time.
    synchronized void tellTraffic() throws SQLException, IOException {
        try {
            var open = connected();
            database.traffic(bytes -> used(open, TRAFFIC, bytes));
        } catch (DataAccessException e) {
            close();
            throw e;
        }
    }

    /// @param bytes of all files, by subscription
    synchronized void tellDisk(Map<Long, Long> bytes) throws SQLException, IOException {
        try {
            used(connected(), DISK, bytes);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static void used(Connection open, String statement, Map<Long, Long> bytes) throws SQLException {
        try (var call = open.prepareStatement(statement)) {
            call.setArray(1, open.createArrayOf("bigint", bytes.keySet().toArray()));
            call.setArray(2, open.createArrayOf("bigint", bytes.values().toArray()));
            call.execute();
        }
    }

    private static void ended(Connection open, List<AgentDatabase.Ended> ended) throws SQLException {
        try (var statement = open.prepareStatement(ENDED)) {
            statement.setArray(
                    1,
                    open.createArrayOf(
                            "bigint",
                            ended.stream().map(AgentDatabase.Ended::id).toArray()));
            statement.setArray(
                    2,
                    open.createArrayOf(
                            "timestamptz",
                            ended.stream().map(AgentDatabase.Ended::at).toArray()));
            statement.setArray(
                    3,
                    open.createArrayOf(
                            "text",
                            ended.stream().map(AgentDatabase.Ended::service).toArray()));
            statement.setArray(
                    4,
                    open.createArrayOf(
                            "text", ended.stream().map(AgentDatabase.Ended::who).toArray()));
            statement.setArray(
                    5,
                    open.createArrayOf(
                            "bigint",
                            ended.stream()
                                    .map(AgentDatabase.Ended::subscription)
                                    .toArray()));
            statement.execute();
        }
    }

    private Connection connected() throws SQLException, IOException {
        var open = connection;
        if (open != null && open.isValid(2)) return open;
        close();
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.setProperty("ApplicationName", "wirt-node-agent");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        open = DriverManager.getConnection(properties.getProperty(URL), properties);
        connection = open;
        return open;
    }

    @Override
    public synchronized void close() {
        var open = connection;
        connection = null;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException _) {
            // It is broken already.
        }
    }
}
