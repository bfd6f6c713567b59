package org.wirt.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Darkening;
import org.wirt.account.DarkeningVerb;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.MailPolicy;
import org.wirt.value.ReasonText;
import org.wirt.value.Refusal;

/// Takes one subscription out of service; its owner can still sign in and use the others. A customer may take his own
/// out, and brings that back himself.
@Verb(name = "subscription.suspend", from = Level.CUSTOMER)
class SuspendSubscription extends DarkeningVerb<Subscription, SuspendSubscription.Input> {

    /// @param reason kept with the suspension; never leaves the panel
    /// @param until when it ends by itself; absent: until somebody activates the subscription
    /// @param mail what becomes of mail from outside meanwhile; absent: it is put off
    /// @param security a security hold, which only the administrator sets and lifts
    record Input(Optional<ReasonText> reason, Optional<Instant> until, Optional<MailPolicy> mail, boolean security) {}

    SuspendSubscription(Darkening darkening) {
        super(darkening, Subject.subscription);
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        return darkening.judge(subscription, input.until(), input.security(), caller);
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        var why = Darkening.why(input.reason(), input.until(), input.mail(), input.security(), caller);
        return darkening.add(Subject.subscription, subscriptions, why, caller, job);
    }
}
