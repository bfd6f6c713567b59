package org.wirt.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.RemovedAccounts;
import org.wirt.account.UsersOfOne;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;

/// Erases single subscriptions that have lain in the recycle bin as long as accounts may: files first, then every row,
/// then one line of the audit log that it happened. Users who had access to nothing else stay, deactivated.
@Component
public class RemovedSubscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(RemovedSubscriptions.class);
    private static final int HOURLY = 60;
    private static final int BATCH = 500;

    private record Due(long id, String name, long customerId, long resellerId) {}

    private final DSLContext database;
    private final ScopedTransaction transaction;
    private final SubscriptionStep hosting;
    private final UsersOfOne users;
    private final Audit audit;
    private final Clock clock;

    RemovedSubscriptions(
            DSLContext database,
            ScopedTransaction transaction,
            SubscriptionStep hosting,
            UsersOfOne users,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.hosting = hosting;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> eraseRemovedSubscriptions(@Lazy RemovedSubscriptions subscriptions) {
        return Tasks.recurring("erase-removed-subscriptions", FixedDelay.ofMinutes(HOURLY))
                .execute((_, _) -> subscriptions.erase());
    }

    /// One that fails does not stop the others.
    public void erase() {
        var before = clock.instant().minus(RemovedAccounts.KEPT).toString();
        for (var due : transaction.read(Scope.system(), () -> due(before))) {
            try {
                transaction.run(Scope.system(), () -> erase(due));
            } catch (RuntimeException e) {
                LOG.error("Subscription {} could not be erased from the recycle bin and is tried again", due.id, e);
            }
        }
    }

    private List<Due> due(String before) {
        return database.resultQuery(
                        "select s.id, s.name, s.customer_id, s.reseller_id from wirt.reason r join wirt.subscription s on s.id = r.subject_id "
                                + "where r.subject = 'subscription' and r.code = 2048 and r.since < cast(? as timestamptz) order by s.id limit ?",
                        before,
                        BATCH)
                .fetch(r -> new Due(
                        r.get("id", Long.class),
                        r.get("name", String.class),
                        r.get("customer_id", Long.class),
                        r.get("reseller_id", Long.class)));
    }

    private void erase(Due due) {
        var system = Caller.system(UUID.randomUUID().toString());
        hosting.erased(due.id);
        users.deactivate(users.active(List.of(due.id)), system);
        database.execute(
                "delete from wirt.reason where subject = 'subscription' and subject_id = ? or subject = 'site' "
                        + "and subject_id in (select id from wirt.site where subscription_id = ?)",
                due.id,
                due.id);
        database.execute("delete from wirt.subscription where id = ?", due.id);
        audit.write(
                system,
                null,
                "subscription.erase",
                List.of(new Entry(
                        "subscription",
                        due.id,
                        due.name,
                        due.customerId,
                        due.resellerId,
                        "DONE",
                        Map.of("name", due.name),
                        Map.of())));
    }
}
