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

    /// The condition repeats the partial index word for word, so that nothing to do costs nothing.
    private static final String WITHOUT_RECEIPT = """
            select j.id, j.verb, j.single, coalesce(j.started_at, j.created_at) as started,
                   extract(epoch from clock_timestamp() - j.finished_at)::double precision as age
            from wirt.job j
            where j.state in ('DONE', 'CANCELLED') and j.undoes is null and j.receipt_at is null
              and j.verb in ('customer.suspend', 'reseller.suspend', 'customer.remove', 'reseller.remove', 'subscription.suspend',
                             'subscription.remove')
              and j.finished_at > now() - interval '1 day'
            order by j.finished_at
            limit 20""";

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
