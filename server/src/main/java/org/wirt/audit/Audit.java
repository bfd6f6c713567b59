package org.wirt.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import tools.jackson.databind.json.JsonMapper;

/// Writes the lines of the audit log, in the transaction of what they tell. Nobody can change one afterwards.
@Component
public class Audit {

    private final DSLContext database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Audit(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void write(Caller caller, @Nullable Long jobId, String verb, List<Entry> entries) {
        if (entries.isEmpty()) return;
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        // The values of all lines travel as one array per column: one statement whatever their number.
        int n = entries.size();
        database.execute(
                "insert into wirt.audit (at, actor_id, actor, acting_for, acting_as, door, address, request_id, job_id, verb, "
                        + "object, object_id, object_name, account_id, reseller_id, outcome, before, after) "
                        + "select cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?, ?, ?, e.* from unnest(cast(? as text[]), cast(? as bigint[]), "
                        + "cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as jsonb[]), cast(? as jsonb[])) e",
                at.toString(),
                caller.loginId(),
                caller.username(),
                caller.actingFor().isPresent() ? caller.actingFor().getAsLong() : null,
                caller.actingAs(),
                caller.door().name(),
                caller.address(),
                caller.requestId(),
                jobId,
                verb,
                entries.stream().map(Entry::object).toArray(String[]::new),
                entries.stream().map(Entry::objectId).toArray(Long[]::new),
                entries.stream().map(Entry::name).toArray(String[]::new),
                entries.stream().map(Entry::accountId).toArray(Long[]::new),
                entries.stream().map(Entry::resellerId).toArray(Long[]::new),
                entries.stream().map(Entry::outcome).toArray(String[]::new),
                values(entries, n, true),
                values(entries, n, false));
    }

    private @Nullable JSONB[] values(List<Entry> entries, int n, boolean before) {
        var values = new @Nullable JSONB[n];
        for (int i = 0; i < n; i++) {
            var value = before ? entries.get(i).before() : entries.get(i).after();
            values[i] = JSONB.jsonbOrNull(value == null ? null : json.writeValueAsString(value));
        }
        return values;
    }
}
