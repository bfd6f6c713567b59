package org.wirt.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Erases what has lain in the recycle bin for 30 days: files first, then every row, then one line of the audit log
/// that it happened.
@Component
public class RemovedAccounts {

    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(RemovedAccounts.class);
    private static final int HOURLY = 60;
    private static final int BATCH = 500;

    private record Due(long id, String kind, String name, long resellerId) {}

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final Audit audit;
    private final List<RemovalStep> steps;
    private final Clock clock;

    RemovedAccounts(
            DSLContext database, ScopedTransaction transaction, Audit audit, List<RemovalStep> steps, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.steps = steps;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> eraseRemoved(@org.springframework.context.annotation.Lazy RemovedAccounts accounts) {
        return Tasks.recurring("erase-removed", FixedDelay.ofMinutes(HOURLY)).execute((_, _) -> accounts.erase());
    }

    /// A reseller's customers go before him; one that fails does not stop the others.
    public void erase() {
        var before = clock.instant().minus(KEPT).toString();
        for (var due : transaction.read(Scope.system(), () -> due(before))) {
            try {
                transaction.run(Scope.system(), () -> erase(due));
            } catch (RuntimeException e) {
                LOG.error("Account {} could not be erased from the recycle bin and is tried again", due.id, e);
            }
        }
    }

    private List<Due> due(String before) {
        return database.resultQuery(
                        "with gone as (select subject_id id from wirt.reason where subject = 'account' and code = 2048 and since < cast(? as timestamptz)) "
                                + "select id, kind, contact_name, reseller_id from wirt.account where id in (select id from gone) "
                                + "union select id, kind, contact_name, reseller_id from wirt.account where reseller_id in (select id from gone) "
                                + "order by kind, id limit ?",
                        before,
                        BATCH)
                .fetch(r -> new Due(
                        r.get("id", Long.class),
                        r.get("kind", String.class),
                        r.get("contact_name", String.class),
                        r.get("reseller_id", Long.class)));
    }

    private void erase(Due due) {
        steps.forEach(step -> step.erase(due.id));
        database.execute("delete from wirt.account where id = ? and id <> 1", due.id);
        var object = due.kind.equals("RESELLER") ? "reseller" : "customer";
        audit.write(
                Caller.system(UUID.randomUUID().toString()),
                null,
                object + ".erase",
                List.of(new Entry(
                        object, due.id, due.name, due.id, due.resellerId, "DONE", Map.of("name", due.name), Map.of())));
    }
}
