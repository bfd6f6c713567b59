package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;

/// When resellers end. From the second an end has passed a reseller is expired, and everything below him is dark; a new
/// date is all it takes to bring them back. Call within a scoped transaction.
@Component
class ResellerTerms {

    private final DSLContext database;
    private final Clock clock;

    ResellerTerms(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Why an expired reseller does not come back with this date.
    Optional<Refusal> refusal(String field, Optional<Instant> end) {
        if (end.isEmpty()) return Optional.of(Refusal.invalid(field, "expired-reseller-needs-date"));
        return end.get().isAfter(clock.instant()) ? Optional.empty() : Optional.of(Refusal.invalid(field, "date-past"));
    }

    boolean isPast(Optional<Instant> end) {
        return end.isPresent() && !end.get().isAfter(clock.instant());
    }

    /// @param ends by reseller; absent: never
    void set(Map<Long, Optional<Instant>> ends) {
        if (ends.isEmpty()) return;
        database.execute(
                "update wirt.reseller r set expires_at = e.at from unnest(cast(? as bigint[]), cast(? as timestamptz[])) e (id, at) "
                        + "where r.account_id = e.id",
                ends.keySet().toArray(Long[]::new),
                ends.values().stream()
                        .map(at -> at.map(Instant::toString).orElse(null))
                        .toArray(String[]::new));
    }
}
