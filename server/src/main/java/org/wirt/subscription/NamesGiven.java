package org.wirt.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String BELOW =
            "select id, case when customer_id = any(?) then customer_id else reseller_id end, name from wirt.subscription "
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
        return staying(below).stream()
                .flatMap(id -> Optional.ofNullable(below.get(id)).stream())
                .map(Below::name)
                .sorted()
                .toList();
    }

    @Override
    public Map<Long, List<String>> restored(Collection<Long> accounts, Caller caller, Job job) {
        var below = below(accounts);
        var staying = staying(below);
        if (!staying.isEmpty()) reasons.add(Subject.subscription, staying, Why.of(Cause.REMOVED, ""), caller, job.id());
        hosting.takeNamesBack(
                below.keySet().stream().filter(id -> !staying.contains(id)).toList(), Map.of());
        var left = new HashMap<Long, List<String>>();
        for (var id : staying) {
            var one = Objects.requireNonNull(below.get(id));
            left.computeIfAbsent(one.with, _ -> new ArrayList<>()).add(one.name);
        }
        return left;
    }

    private Set<Long> staying(Map<Long, Below> below) {
        return hosting.namesGiven(below.keySet()).stream()
                .map(SubscriptionStep.Given::subscription)
                .collect(Collectors.toSet());
    }

    /// What a subscription of these needs another name for.
    public List<SubscriptionStep.Given> of(Collection<Long> subscriptions) {
        return hosting.namesGiven(subscriptions);
    }

    /// @param with the account of these that it comes back with
    private record Below(long with, String name) {}

    private Map<Long, Below> below(Collection<Long> accounts) {
        var ids = accounts.toArray(Long[]::new);
        return database.resultQuery(BELOW, ids, ids, ids)
                .fetchMap(r -> r.get(0, Long.class), r -> new Below(r.get(1, Long.class), r.get(2, String.class)));
    }
}
