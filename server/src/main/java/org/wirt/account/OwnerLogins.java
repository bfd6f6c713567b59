package org.wirt.account;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The logins of accounts themselves, without those of their users. Call within a scoped transaction.
@Component
public class OwnerLogins {

    private static final String THERE = "select l.id from wirt.login l join wirt.account a on a.id = l.account_id "
            + "where l.owner and not a.removed and ";

    private final DSLContext database;

    OwnerLogins(DSLContext database) {
        this.database = database;
    }

    public Optional<Long> of(String username) {
        return database.resultQuery(THERE + "lower(l.username) = lower(?)", username)
                .fetchOptional(r -> r.get(0, Long.class));
    }

    public boolean isInSight(long login) {
        return database.resultQuery(THERE + "l.id = ?", login).fetch().isNotEmpty();
    }
}
