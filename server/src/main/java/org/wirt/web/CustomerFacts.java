package org.wirt.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// What the page of a customer shows beside what the rooms' own lists know. Call within a scoped transaction.
@Component
class CustomerFacts {

    private static final String ACCOUNT =
            "select a.id, a.contact_name, a.company, a.email, a.phone, a.address, a.postal_code, a.city, a.state, a.country, a.created_at, "
                    + "a.additional_information, a.reasons, coalesce(wirt.causes(r), 0) above, l.username, l.last_sign_in, "
                    + "p.id provider_id, p.contact_name provider, coalesce(n.text, '') description "
                    + "from wirt.account a join wirt.login l on l.account_id = a.id and l.owner "
                    + "left join wirt.account r on r.id = a.reseller_id left join wirt.account p on p.id = a.provider_id "
                    + "left join wirt.note n on n.account_id = a.id "
                    + "where a.id = ? and a.kind = 'CUSTOMER' and coalesce(r.reasons, 0) & 2048 = 0";

    /// One line of the audit log about the account.
    record Line(long id, OffsetDateTime at, String actor, String actingAs, String verb, String name) {}

    private final DSLContext database;

    CustomerFacts(DSLContext database) {
        this.database = database;
    }

    Optional<Record> account(long id) {
        return database.resultQuery(ACCOUNT, id).fetchOptional();
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
