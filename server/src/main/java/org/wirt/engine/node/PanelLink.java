package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.wirt.hosting.Service;

/// Tells the panel what happened on the node, as the node's own login, which may call some functions there and read
/// what the node is sent. While the panel is away everything is kept; it is told once it is back, and nothing
/// twice.
final class PanelLink implements AutoCloseable {

    private static final String ENDED = "select wirt.node_ended(?, ?, ?, ?, ?)";
    private static final String CONFIRMED = "select wirt.node_confirmed(?)";
    private static final String TRAFFIC = "select wirt.node_traffic(?, ?)";
    private static final String DISK = "select wirt.node_disk(?, ?)";
    private static final String FETCHED = "select wirt.node_fetched(?, ?, ?, ?, ?)";
    private static final String STATE = "select ahead, late from wirt.node_state(?, ?, ?, ?, ?, ?)";

    private final AgentDatabase database;
    private final Path ticket;
    private final Path root;
    private @Nullable Connection connection;

    /// @param ticket where that lies
    /// @param root where the panel's certificate lies
    PanelLink(AgentDatabase database, Path ticket, Path root) {
        this.database = database;
        this.ticket = ticket;
        this.root = root;
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

    /// A part of what went out since the last time.
    ///
    /// @return whether there is more
    synchronized boolean tellTraffic() throws SQLException, IOException {
        try {
            var open = connected();
            return database.traffic(bytes -> used(open, TRAFFIC, bytes));
        } catch (DataAccessException e) {
            close();
            throw e;
        }
    }

    /// How things stand here, by the panel's measure.
    ///
    /// @param ahead seconds by which this machine's clock is before the panel's
    /// @param late  whether what changes there does not arrive
    record State(int ahead, boolean late) {}

    /// @param room bytes that are free for homes
    /// @param full folders whose disks are nearly full
    /// @param crowded services whose connections are nearly all taken
    /// @param held addresses that are held off because they open connections too fast
    /// @param mark the last that has come from the panel
    synchronized State tellState(long room, List<Path> full, List<Service> crowded, List<String> held, long mark)
            throws SQLException, IOException {
        var open = connected();
        try (var statement = open.prepareStatement(STATE)) {
            statement.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
            statement.setLong(2, room);
            statement.setArray(3, texts(open, full));
            statement.setArray(4, texts(open, crowded));
            statement.setArray(5, texts(open, held));
            statement.setLong(6, mark);
            try (var row = statement.executeQuery()) {
                row.next();
                return new State(row.getInt(1), row.getBoolean(2));
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private static Array texts(Connection open, List<?> list) throws SQLException {
        return open.createArrayOf("text", list.stream().map(String::valueOf).toArray());
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

    /// How far the files of a subscription have come that moves here.
    ///
    /// @param failure why they do not come; empty: they do
    synchronized void tellFetched(Relocation one, long bytes, boolean copied, String failure)
            throws SQLException, IOException {
        try (var statement = connected().prepareStatement(FETCHED)) {
            statement.setLong(1, one.subscription());
            statement.setInt(2, one.attempt());
            statement.setLong(3, bytes);
            statement.setBoolean(4, copied);
            statement.setString(5, failure);
            statement.execute();
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
        open = Ticket.read(ticket).connect(root);
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
