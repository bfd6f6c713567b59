package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Subscriptions, for verbs `subscription.…`.
@Component
class SubscriptionTargets implements Targets<Subscription> {

    private final Subscriptions subscriptions;
    private final SubscriptionList list;

    SubscriptionTargets(Subscriptions subscriptions, SubscriptionList list) {
        this.subscriptions = subscriptions;
        this.list = list;
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

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return list.matching(filter);
    }
}
