package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Subject;
import org.wirt.account.Reasons.Why;
import org.wirt.account.RestoreStep;
import org.wirt.operation.Job;
import org.wirt.value.Cause;

/// A subscription whose domain or system user has been given to another object while its owner lay in the recycle bin
/// does not come back with him: it stays in the bin, by itself, until its name is free. Call within a scoped
/// transaction.
@Component
public class NamesGiven implements RestoreStep {

    // A reseller brings his customers along; no customer has a reseller's number.
    private static final String BELOW = "select id, name from wirt.subscription "
            + "where (customer_id = any(?) or reseller_id = any(?)) and reasons & 2048 = 0";

    private final DSLContext database;
    private final Reasons reasons;
    private final SubscriptionStep hosting;

    NamesGiven(DSLContext database, Reasons reasons, SubscriptionStep hosting) {
        this.database = database;
        this.reasons = reasons;
        this.hosting = hosting;
    }

    /// What stays behind when these accounts come back, by name.
    public List<String> staying(Collection<Long> accounts) {
        var below = below(accounts);
        return hosting.namesGiven(below.keySet()).keySet().stream()
                .map(id -> below.getOrDefault(id, ""))
                .sorted()
                .toList();
    }

    @Override
    public void restored(Collection<Long> accounts, Caller caller, Job job) {
        var below = below(accounts).keySet();
        var staying = hosting.namesGiven(below).keySet();
        if (!staying.isEmpty()) reasons.add(Subject.subscription, staying, Why.of(Cause.REMOVED, ""), caller, job.id());
        hosting.takeNamesBack(below.stream().filter(id -> !staying.contains(id)).toList());
    }

    private Map<Long, String> below(Collection<Long> accounts) {
        var ids = accounts.toArray(Long[]::new);
        return database.resultQuery(BELOW, ids, ids).fetchMap(r -> r.get(0, Long.class), r -> r.get(1, String.class));
    }
}
