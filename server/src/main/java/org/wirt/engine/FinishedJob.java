package org.wirt.engine;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/// A suspension or removal that is over, and whom it concerns.
///
/// @param age seconds since it was done
record FinishedJob(long id, About about, boolean single, OffsetDateTime started, double age) {

    /// What kind of objects the job was done to.
    enum About {
        CUSTOMERS,
        RESELLERS,
        SUBSCRIPTIONS;

        private static About of(String verb) {
            if (verb.startsWith("subscription.")) return SUBSCRIPTIONS;
            return verb.startsWith("reseller.") ? RESELLERS : CUSTOMERS;
        }
    }

    private static final String SELECT = """
            select j.id, j.verb, j.single, coalesce(j.started_at, j.created_at) as started,
                   extract(epoch from clock_timestamp() - j.finished_at)::double precision as age
            from wirt.job j
            """;

    /// The condition repeats the partial index word for word, so that nothing to do costs nothing.
    private static final String WITHOUT_RECEIPT = SELECT + """
            where j.state in ('DONE', 'CANCELLED') and j.undoes is null and j.receipt_at is null
              and j.verb in ('customer.suspend', 'reseller.suspend', 'customer.remove', 'reseller.remove', 'subscription.suspend',
                             'subscription.remove')
              and j.finished_at > now() - interval '1 day'
            order by j.finished_at
            limit 20""";

    private static final String CONFIRMED_LATE = SELECT + """
            where j.id in (select job_id from wirt.awaited_mark) and j.finished_at > now() - interval '30 days'
              and not exists (select from wirt.awaited_mark a join wirt.node n on n.id = a.node_id
                              where a.job_id = j.id and n.confirmed < a.mark)
            order by j.finished_at
            limit 20""";

    /// Those of which a node that was silent has heard meanwhile.
    static List<FinishedJob> confirmedLate(DSLContext database) {
        return database.fetch(CONFIRMED_LATE).map(FinishedJob::of);
    }

    static List<FinishedJob> withoutReceipt(DSLContext database) {
        return database.fetch(WITHOUT_RECEIPT).map(FinishedJob::of);
    }

    private static FinishedJob of(Record row) {
        return new FinishedJob(
                row.get("id", long.class),
                About.of(row.get("verb", String.class)),
                row.get("single", boolean.class),
                row.get("started", OffsetDateTime.class),
                row.get("age", double.class));
    }
}
