package org.wirt.web;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;

/// What quick navigation finds: a few of every kind, as far as the visitor's scope reaches.
@Component
class QuickSearch {

    static final int EACH = 5;

    /// @param accountId whose it is; itself for an account
    record Found(
            String kind,
            long id,
            String name,
            long subscriptionId,
            long accountId,
            String accountKind,
            String account,
            long providerId,
            String provider) {}

    private final DSLContext database;
    private final ScopedTransaction transaction;

    QuickSearch(DSLContext database, ScopedTransaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    List<Found> find(Visit visit, String text) {
        return transaction.read(
                visit.scope(),
                () -> database.resultQuery("select * from wirt.quick(?, ?)", text, EACH)
                        .fetch(r -> new Found(
                                r.get("kind", String.class),
                                r.get("id", Long.class),
                                r.get("name", String.class),
                                r.get("subscription_id") == null ? 0 : r.get("subscription_id", Long.class),
                                r.get("account_id", Long.class),
                                r.get("account_kind", String.class),
                                r.get("account", String.class),
                                r.get("provider_id", Long.class),
                                r.get("provider", String.class))));
    }
}
