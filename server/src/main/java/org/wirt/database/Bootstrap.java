package org.wirt.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// What only the superuser of a new PostgreSQL can do: make the two logins and the database. Everything else is a
/// migration. On an external server its administrator does the same once.
final class Bootstrap {

    static final String DATABASE = "wirt";

    private final EmbeddedDatabase server;

    Bootstrap(EmbeddedDatabase server) {
        this.server = server;
    }

    void run(Login owner, Login app) throws SQLException {
        try (var connection = connect(server.url("postgres"), server.superuser())) {
            requireSafeWrites(connection);
            ensureRole(connection, owner, "login createrole");
            ensureRole(connection, app, "login");
            execute(connection, "grant wirt_app to wirt_owner with admin true, inherit false, set false");
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE))
                execute(connection, "create database wirt owner wirt_owner");
        }
    }

    static Connection connect(String url, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        var connection = new Driver().connect(url, properties);
        if (connection == null) throw new StartRefused("not the address of a PostgreSQL: " + url);
        return connection;
    }

    /// A hosting panel that forgets a suspension at a power cut would be worse than one that does not start.
    private static void requireSafeWrites(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('fsync')")) {
            row.next();
            if (!"on".equals(row.getString(1))) throw new StartRefused("The embedded PostgreSQL runs without fsync");
        }
    }

    private static void ensureRole(Connection connection, Login login, String options) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user()))
            execute(connection, "create role " + login.user() + " " + options);
        execute(connection, quoted(connection, login));
    }

    private static String quoted(Connection connection, Login login) throws SQLException {
        try (var statement = connection.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            statement.setString(1, login.user());
            statement.setString(2, login.password());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
