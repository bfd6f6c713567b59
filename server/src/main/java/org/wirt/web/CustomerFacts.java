package org.wirt.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What has been done with a customer, for his page. Call within a scoped transaction.
@Component
class CustomerFacts {

    /// One line of the audit log about the account.
    record Line(long id, OffsetDateTime at, String actor, String actingAs, String verb, String name) {}

    private final DSLContext database;

    CustomerFacts(DSLContext database) {
        this.database = database;
    }

    List<Line> activity(long account, long before, int most) {
        return database.resultQuery(
                        "select id, at, actor, acting_as, verb, object_name from wirt.audit where account_id = ? and id < ? "
                                + "order by id desc limit ?",
                        account,
                        before,
                        most)
                .fetch(r -> new Line(
                        r.get("id", Long.class),
                        r.get("at", OffsetDateTime.class),
                        r.get("actor", String.class),
                        r.get("acting_as", String.class),
                        r.get("verb", String.class),
                        r.get("object_name", String.class)));
    }
}
