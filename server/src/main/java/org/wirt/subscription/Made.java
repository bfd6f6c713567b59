package org.wirt.subscription;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Finds what has just been made by the name it was given. Call within a scoped transaction.
@Component
public class Made {

    private final DSLContext database;

    Made(DSLContext database) {
        this.database = database;
    }

    public Optional<Long> account(String username) {
        return database.resultQuery(
                        "select account_id from wirt.login where owner and lower(username) = lower(?) and not released",
                        username)
                .fetchOptional(0, Long.class);
    }

    public boolean hasSubscriptions(Optional<Long> account) {
        return account.isPresent()
                && database.resultQuery("select 1 from wirt.subscription where customer_id = ? limit 1", account.get())
                        .fetch()
                        .isNotEmpty();
    }
}
