package org.wirt.dialect;

import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.subscription.SubscriptionDirectory;

/// Limits count what is only kept, too. Call within a scoped transaction.
@Component
class KeptRoom {

    private final KeptObjects kept;
    private final KeptCounts counts;
    private final SubscriptionDirectory subscriptions;

    KeptRoom(KeptObjects kept, KeptCounts counts, SubscriptionDirectory subscriptions) {
        this.kept = kept;
        this.counts = counts;
        this.subscriptions = subscriptions;
    }

    /// @throws Failed 1024 where the subscription may have no more of them
    void check(long subscription, String limit, ToLongFunction<KeptCounts.Count> kind) {
        long most = subscriptions
                .read(subscription)
                .map(webspace -> most(webspace.allowance(), limit))
                .orElse(0L);
        if (most < 0) return;
        kept.waitFor(limit, subscription);
        if (kind.applyAsLong(counts.ofSubscription(subscription)) >= most)
            throw new Failed(ErrorNumbers.LIMIT, "The limit " + limit + " of the subscription is reached.");
    }

    /// Where more than the limits is allowed there may be as many as anybody wants.
    private static long most(Allowance held, String limit) {
        return held.overuse() == Overuse.ALLOWED
                ? Limits.UNLIMITED
                : held.limits().get(limit);
    }
}
