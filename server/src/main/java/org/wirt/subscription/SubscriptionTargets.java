package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.listing.PageRequest;
import org.wirt.operation.Targets;

/// Subscriptions, for verbs `subscription.…`.
@Component
class SubscriptionTargets implements Targets<Subscription> {

    private final Subscriptions subscriptions;
    private final DSLContext database;

    SubscriptionTargets(Subscriptions subscriptions, DSLContext database) {
        this.subscriptions = subscriptions;
        this.database = database;
    }

    @Override
    public String object() {
        return "subscription";
    }

    @Override
    public Class<Subscription> type() {
        return Subscription.class;
    }

    @Override
    public List<Subscription> load(Collection<Long> ids) {
        return subscriptions.load(ids);
    }

    @Override
    public List<Subscription> lock(Collection<Long> ids) {
        return subscriptions.lock(ids);
    }

    /// All whose name contains what was searched for.
    @Override
    public List<Long> matching(Map<String, List<String>> filter) {
        return database.resultQuery(
                        "select s.id from wirt.subscription s join wirt.account c on c.id = s.customer_id "
                                + "where (s.reasons | c.reasons) & 2048 = 0 and position(lower(?) in s.name) > 0 order by s.id",
                        PageRequest.first(filter, "q"))
                .fetch(r -> r.get(0, Long.class));
    }
}
