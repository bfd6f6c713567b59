package org.wirt.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The one PostgreSQL: embedded, or somebody else's. Open means running and migrated; rooms get it as a `DataSource`
/// that signs in as `wirt_app`, which may do nothing until a scope is set.
public final class Database implements AutoCloseable {

    /// The schema of the tables; also first in every connection's search path.
    static final String SCHEMA = "wirt";

    private static final int IDLE_CONNECTIONS = 4;

    private final @Nullable EmbeddedDatabase server;
    private final String url;
    private final Login owner;
    private final Login app;

    private Database(@Nullable EmbeddedDatabase server, String url, Login owner, Login app) {
        this.server = server;
        this.url = url;
        this.owner = owner;
        this.app = app;
    }

    /// Starts the embedded server unless there is an external one, then brings the schema up to date as its owner.
    public static Database open(DatabaseSettings settings, Home home) {
        var database = settings.external().map(Database::external).orElseGet(() -> embedded(settings, home));
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.closeAfter(e);
            throw e;
        }
    }

    /// Where it is, as a JDBC address without user and password.
    public String url() {
        return url;
    }

    /// Who made the tables; row-level security does not hold it back.
    public Login owner() {
        return owner;
    }

    /// Who the panel runs as.
    public Login app() {
        return app;
    }

    /// The superuser, where Wirt runs the server itself.
    public Optional<Login> superuser() {
        return Optional.ofNullable(server).map(EmbeddedDatabase::superuser);
    }

    /// A pool of connections for a login; whoever asks closes it, before the database.
    public HikariDataSource pool(Login login, int connections) {
        var config = new HikariConfig();
        config.setPoolName(login.user());
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        // Every statement is planned once on a connection. A list of ids as a parameter would otherwise be planned anew
        // each time for its length, which costs more than most of what is done with it.
        config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, connections));
        config.addDataSourceProperty("currentSchema", SCHEMA + ",public");
        config.addDataSourceProperty("ApplicationName", "wirt");
        return new HikariDataSource(config);
    }

    /// Stops the server if it is Wirt's own.
    @Override
    public void close() throws IOException {
        if (server != null) server.close();
    }

    private static Database external(DatabaseSettings.External external) {
        ExternalDatabase.require(external);
        return new Database(null, external.url(), external.owner(), external.app());
    }

    private static Database embedded(DatabaseSettings settings, Home home) {
        var owner = new Login(Login.OWNER, home.secret("database-owner"));
        var app = new Login(Login.APP, home.secret("database-app"));
        var server = EmbeddedDatabase.start(home, settings.port(), settings.nodes());
        var database = new Database(server, server.url(Bootstrap.DATABASE), owner, app);
        try {
            new Bootstrap(server).run(owner, app);
            return database;
        } catch (SQLException e) {
            database.closeAfter(e);
            throw new StartRefused("The embedded PostgreSQL cannot be set up: " + e.getMessage());
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(url, owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .defaultSchema(SCHEMA)
                    .createSchemas(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused("The database cannot be migrated: " + e.getMessage());
        }
    }

    private void closeAfter(Exception cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
