package org.wirt.subscription;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Darkening;
import org.wirt.account.DarkeningVerb;
import org.wirt.account.Reasons.Subject;
import org.wirt.account.Reasons.Why;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Puts a subscription into the recycle bin: unknown to the internet, everything kept, its names reserved.
@Verb(name = "subscription.remove", from = Level.RESELLER)
class RemoveSubscription extends DarkeningVerb<Subscription, RemoveSubscription.Input> {

    record Input() {}

    RemoveSubscription(Darkening darkening) {
        super(darkening, Subject.subscription);
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        return subscription.own().has(Cause.REMOVED) ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        return darkening.add(Subject.subscription, subscriptions, Why.of(Cause.REMOVED, ""), caller, job);
    }
}
