package org.wirt.web;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.hosting.Service;
import org.wirt.speech.Texts;
import org.wirt.web.ui.ServiceReceipt;
import org.wirt.web.ui.Status;

/// What the agents have confirmed of a job, service by service, the panel first. Call within a scoped transaction.
@Component
class ServiceReceipts {

    private final DSLContext database;

    ServiceReceipts(DSLContext database) {
        this.database = database;
    }

    /// Whether the agents still have to say what came of a job: only what takes out of service gets a receipt.
    boolean awaited(long jobId) {
        return database.resultQuery(
                        "select receipt_at is null and undoes is null and state in ('DONE', 'CANCELLED') "
                                + "and verb ~ '^(customer|reseller|subscription)\\.(suspend|remove)$' from wirt.job where id = ?",
                        jobId)
                .fetchSingle(r -> r.get(0, Boolean.class));
    }

    List<ServiceReceipt> of(Texts t, long jobId) {
        return database
                .resultQuery(
                        "select service, concerned, dark, sessions_ended, dark_since, verified_at, method, failed, failure from wirt.enforcement "
                                + "where job_id = ?",
                        jobId)
                .stream()
                .sorted(Comparator.comparing(ServiceReceipts::service))
                .map(r -> {
                    var failed = r.get("failed", String.class);
                    boolean verified = r.get("verified_at") != null;
                    return new ServiceReceipt(
                            HostingWords.service(t, service(r)),
                            failed.isEmpty() ? Status.Kind.DONE : Status.Kind.FAILED,
                            failed.isEmpty()
                                    ? r.get("dark_since", OffsetDateTime.class).toInstant()
                                    : null,
                            r.get("sessions_ended", Integer.class),
                            verified
                                    ? t.of(
                                            "web.receipt.method." + r.get("method", String.class),
                                            r.get("dark", Integer.class),
                                            r.get("concerned", Integer.class))
                                    : null,
                            failed.isEmpty()
                                    ? null
                                    : t.of(
                                            "receipt.failed." + failed,
                                            r.get("failure", String.class),
                                            r.get("concerned", Integer.class)));
                })
                .toList();
    }

    private static Service service(Record row) {
        return Service.valueOf(row.get("service", String.class));
    }
}
