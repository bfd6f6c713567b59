package org.wirt.subscription;

import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Darkening;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Takes a subscription back out of the recycle bin, as it was. Not while its owner lies there himself, nor when its
/// names have been given to something else of the same provider.
@Verb(name = "subscription.restore", from = Level.RESELLER)
class RestoreSubscription implements Operation<Subscription, RestoreSubscription.Input> {

    record Input() {}

    private final Darkening darkening;
    private final SubscriptionStep hosting;

    RestoreSubscription(Darkening darkening, SubscriptionStep hosting) {
        this.darkening = darkening;
        this.hosting = hosting;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        return judgeAll(List.of(subscription), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Subscription> subscriptions, Input input, Caller caller) {
        var given =
                hosting.namesGiven(subscriptions.stream().map(Subscription::id).toList());
        return subscriptions.stream()
                .map(s -> verdict(s, Optional.ofNullable(given.get(s.id()))))
                .toList();
    }

    private static Verdict verdict(Subscription subscription, Optional<String> given) {
        if (!subscription.own().has(Cause.REMOVED)) return Verdict.unchanged();
        if (subscription.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.state("restore.owner-removed"));
        return given.map(name -> Verdict.refused(Refusal.state("restore.name-given", name)))
                .orElseGet(Verdict::allowed);
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        hosting.takeNamesBack(subscriptions.stream().map(Subscription::id).toList());
        return darkening.lift(Subject.subscription, subscriptions, Cause.REMOVED.code());
    }
}
