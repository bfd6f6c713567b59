package org.wirt.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.database.Database;

/// Listens for the database's notification that something may have gone dark, on a connection of its own. What was
/// missed while the connection was away is made up for by one wake-up when it is back.
public final class WakeCall implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WakeCall.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final int CHECK_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Line line;
    private final Runnable wake;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /// @param line opens a connection of its own to listen on
    public WakeCall(Line line, Runnable wake) {
        this.line = line;
        this.wake = wake;
    }

    public Thread start() {
        return Thread.ofPlatform().daemon().name("wake-call").start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        abort();
    }

    /// What a network failure does to it.
    void abort() {
        var open = connection;
        if (open == null) return;
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("connection already broken", e);
        }
    }

    private void run() {
        while (!closed) {
            try (var open = line.open()) {
                connection = open;
                listen(open);
            } catch (SQLException e) {
                LOG.debug("wake-up calls interrupted", e);
            }
            if (!closed) LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void listen(Connection open) throws SQLException {
        try (var statement = open.createStatement()) {
            statement.execute("listen wirt_wake");
        }
        var calls = open.unwrap(PGConnection.class);
        wake.run();
        while (!closed) {
            var heard = calls.getNotifications(LISTEN_MILLIS);
            if (heard != null && heard.length > 0) wake.run();
            else if (!open.isValid(CHECK_SECONDS)) return;
        }
    }

    /// Opens a connection that is used for nothing else.
    public interface Line {
        Connection open() throws SQLException;

        /// To the panel's own database.
        static Line to(Database database) {
            return () -> {
                var properties = new Properties();
                properties.setProperty("user", database.app().user());
                properties.setProperty("password", database.app().password());
                properties.setProperty("tcpKeepAlive", "true");
                properties.setProperty("ApplicationName", "wirt-agent");
                var made = new Driver().connect(database.url(), properties);
                if (made == null) throw new SQLException("not a PostgreSQL address");
                return made;
            };
        }
    }
}
