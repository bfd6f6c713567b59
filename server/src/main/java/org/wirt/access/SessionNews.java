package org.wirt.access;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.wirt.database.Database;

/// Hears from the database that sessions ended or somebody's status changed, on whichever instance, and makes
/// [Sessions] ask anew. A lost connection costs nothing but the one second that a session is remembered anyway.
@Component
class SessionNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SessionNews.class);
    private static final int WAIT_MILLIS = 10_000;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final Sessions sessions;
    private volatile boolean running;
    private volatile @org.jspecify.annotations.Nullable Connection connection;

    SessionNews(Database database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("session-news").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        var open = connection;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException e) {
            LOG.debug("The connection for session news was closed already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var open = DriverManager.getConnection(
                    database.url(), database.app().user(), database.app().password())) {
                connection = open;
                hear(open);
            } catch (SQLException e) {
                if (running) LOG.debug("No session news for now", e);
            }
            if (running) LockSupport.parkNanos(PAUSE);
        }
    }

    private void hear(Connection open) throws SQLException {
        try (var statement = open.createStatement()) {
            statement.execute("listen wirt_session");
            statement.execute("listen wirt_wake");
        }
        while (running) {
            var news = open.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
            if (news != null && news.length > 0) sessions.forget();
        }
    }
}
