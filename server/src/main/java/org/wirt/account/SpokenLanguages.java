package org.wirt.account;

import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Which languages people in sight read the panel in: their own, or else that of their account.
@Component
public class SpokenLanguages {

    private final DSLContext database;

    SpokenLanguages(DSLContext database) {
        this.database = database;
    }

    /// How many logins, by language. Call within a scoped transaction.
    public Map<String, Long> counted() {
        return database.resultQuery("select coalesce(l.locale, a.locale), count(*) from wirt.login l "
                        + "join wirt.account a on a.id = l.account_id where " + InPlace.account("a") + " group by 1")
                .fetchMap(r -> r.get(0, String.class), r -> r.get(1, Long.class));
    }
}
