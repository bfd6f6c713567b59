package org.wirt.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// Transactions in the role of the panel's own work, which sees every realm. They begin and end by hand: the library's
/// own ones ask the database for its isolation level each time, which costs the agent as much as half of its questions.
final class SystemRole {

    private final DataSource dataSource;

    SystemRole(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T call(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.in(scoped(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessException("The panel's own work could not be written", e);
        }
    }

    private static DSLContext scoped(Connection connection) {
        var database = DSL.using(connection, SQLDialect.POSTGRES);
        database.execute("select set_config('role', 'wirt_system', true)");
        return database;
    }

    interface Work<T> {
        T in(DSLContext transaction);
    }
}
