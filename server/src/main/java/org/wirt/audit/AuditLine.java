package org.wirt.audit;

import java.time.Instant;
import java.util.Map;

/// One line of the audit log, as it is read.
///
/// @param actingAs whom the actor had logged in as; empty: nobody
/// @param before the values that changed, as they were; names are keys, values plain text
public record AuditLine(
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
        Map<String, String> after) {}
