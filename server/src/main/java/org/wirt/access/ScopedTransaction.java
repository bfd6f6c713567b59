package org.wirt.access;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one place where a scope is set: the role and the ids of row-level security, for the length of one transaction.
/// Outside of it the application's own login sees no tenant row.
@Component
public class ScopedTransaction {

    private static final String SET_SCOPE = "select set_config('role', ?, true), set_config('wirt.reseller', ?, true), "
            + "set_config('wirt.account', ?, true), set_config('wirt.subscription', ?, true), "
            + "set_config('wirt.hidden', ?, true)";

    private final DSLContext database;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    ScopedTransaction(DSLContext database, PlatformTransactionManager transactions) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    public <T> T read(Scope scope, Supplier<T> work) {
        return result(reading, scope, work);
    }

    public <T> T write(Scope scope, Supplier<T> work) {
        return result(writing, scope, work);
    }

    /// Does it and takes it back: what it answers, or is refused with, is what it would be. It must touch nothing but
    /// tables.
    public void rehearse(Scope scope, Runnable work) {
        writing.executeWithoutResult(status -> {
            status.setRollbackOnly();
            enter(scope);
            work.run();
        });
    }

    public void run(Scope scope, Runnable work) {
        writing.executeWithoutResult(_ -> {
            enter(scope);
            work.run();
        });
    }

    private <T> T result(TransactionTemplate template, Scope scope, Supplier<T> work) {
        // The supplier decides about null; the template only hands it through.
        @SuppressWarnings("NullAway")
        T result = template.execute(_ -> {
            enter(scope);
            return work.get();
        });
        return result;
    }

    private void enter(Scope scope) {
        var only = scope.subscription();
        database.execute(
                SET_SCOPE,
                scope.role().name(),
                Long.toString(scope.resellerId()),
                Long.toString(scope.accountId()),
                only.isPresent() ? Long.toString(only.getAsLong()) : "",
                Boolean.toString(scope.hidden()));
    }
}
