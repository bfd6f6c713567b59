package org.wirt.hosting;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.account.RemovalStep;

/// Deletes the files of an account's subscriptions when it is erased from the recycle bin.
@Component
class ErasedHomes implements RemovalStep {

    private final DSLContext database;
    private final Homes homes;

    ErasedHomes(DSLContext database, Homes homes) {
        this.database = database;
        this.homes = homes;
    }

    @Override
    public void erase(long accountId) {
        database.resultQuery("select node_id, home from wirt.subscription where customer_id = ?", accountId)
                .forEach(row -> homes.on(row.get(0, Long.class)).delete(row.get(1, String.class)));
    }
}
