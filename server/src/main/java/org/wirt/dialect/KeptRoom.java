package org.wirt.dialect;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.subscription.SubscriptionDirectory;

/// Limits count what is only kept, too. Call within a scoped transaction.
@Component
class KeptRoom {

    private final KeptObjects kept;
    private final SubscriptionDirectory subscriptions;

    KeptRoom(KeptObjects kept, SubscriptionDirectory subscriptions) {
        this.kept = kept;
        this.subscriptions = subscriptions;
    }

    /// @throws Failed 1024 where the subscription may have no more of them
    void check(long subscription, String kind, String limit) {
        long most = subscriptions
                .read(subscription)
                .map(webspace -> webspace.allowance().limits().get(limit))
                .orElse(0L);
        if (most < 0) return;
        kept.waitFor(kind, subscription);
        if (kept.counts(kind, List.of(subscription)).getOrDefault(subscription, 0L) >= most)
            throw new Failed(ErrorNumbers.LIMIT, "The limit " + limit + " of the subscription is reached.");
    }
}
