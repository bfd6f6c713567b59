package org.wirt.engine;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Transactions in the role of the panel's own work, which sees every realm.
final class SystemRole {

    private final DSLContext database;

    SystemRole(DataSource dataSource) {
        this.database = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    <T> T call(Work<T> work) {
        return database.transactionResult(configuration -> {
            var transaction = DSL.using(configuration);
            transaction.execute("select set_config('role', 'wirt_system', true)");
            return work.in(transaction);
        });
    }

    interface Work<T> {
        T in(DSLContext transaction);
    }
}
