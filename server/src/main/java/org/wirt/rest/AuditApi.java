package org.wirt.rest;

import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.AuditLine;
import org.wirt.audit.AuditList;
import org.wirt.listing.PageRequest;

/// Who did what.
@RestController
class AuditApi {

    static final String KIND = "audit";

    private final AuditList lines;
    private final ScopedTransaction transaction;

    AuditApi(AuditList lines, ScopedTransaction transaction) {
        this.lines = lines;
        this.transaction = transaction;
    }

    /// @param actingAs whom the actor had logged in as; empty: nobody
    /// @param before   the values that changed, as they were
    record Row(
            long id,
            Instant at,
            String actor,
            String actingAs,
            String address,
            String verb,
            String object,
            long objectId,
            String name,
            String outcome,
            Map<String, String> before,
            Map<String, String> after) {

        private static Row of(AuditLine line) {
            return new Row(
                    line.id(),
                    line.at(),
                    line.actor(),
                    line.actingAs(),
                    line.address(),
                    line.verb(),
                    line.object(),
                    line.objectId(),
                    line.name(),
                    line.outcome(),
                    line.before(),
                    line.after());
        }
    }

    @Reading(value = KIND, list = AuditList.class)
    @GetMapping("/api/v1/audit")
    Listed<Row> lines(Call call) {
        var parameters = ListParameters.of(call, lines);
        return transaction.read(
                call.caller().scope(),
                () -> Listed.of(
                        lines.page(parameters, PageRequest.newest(parameters, "at", PageRequest.DEFAULT_SIZE)),
                        Row::of));
    }
}
