package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Activation;
import org.wirt.account.Darkening;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Subject;
import org.wirt.account.StillDark;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Causes;
import org.wirt.value.Refusal;

/// Brings a subscription back. An expired one needs a new date, a security hold the administrator's own tick.
/// Customers take back only what they have said themselves.
@Verb(name = "subscription.activate", from = Level.CUSTOMER)
class ActivateSubscription implements Undoable<Subscription, ActivateSubscription.Input>, Outward {

    /// @param expires  new dates, by subscription
    /// @param security subscriptions whose security hold is lifted
    record Input(Map<Long, Instant> expires, Map<Long, Boolean> security) {}

    private final Darkening darkening;
    private final Terms terms;
    private final Clock clock;

    ActivateSubscription(Darkening darkening, Terms terms, Clock clock) {
        this.darkening = darkening;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        if (subscription.causes().isActive()) return Verdict.unchanged();
        if (caller.level() == Level.CUSTOMER) return ofCustomer(subscription, input);
        if (subscription.ended()) {
            var field = "expires." + subscription.id();
            var end = input.expires().get(subscription.id());
            if (end == null) return Verdict.refused(Refusal.invalid(field, "expired-needs-date"));
            if (!end.isAfter(clock.instant())) return Verdict.refused(Refusal.invalid(field, "date-past"));
            if (subscription.own().isActive()) return Verdict.allowed();
        }
        if ((subscription.own().bits() & mask(subscription, input, caller)) != 0) return Verdict.allowed();
        return Activation.judge(subscription.own(), caller.level());
    }

    /// When it ends is a matter of his provider.
    private static Verdict ofCustomer(Subscription subscription, Input input) {
        boolean his = (subscription.own().bits() & Reasons.liftable(Level.CUSTOMER)) != 0;
        return his && !input.expires().containsKey(subscription.id())
                ? Verdict.allowed()
                : Verdict.refused(Refusal.notPermitted("subscription-suspended-above"));
    }

    /// Its term cannot have passed any more: without a new date it would have been refused.
    private static Causes left(Subscription subscription, Input input, Caller caller) {
        return new Causes(subscription.own().bits() & ~mask(subscription, input, caller));
    }

    private static int mask(Subscription subscription, Input input, Caller caller) {
        return Reasons.liftable(caller.level(), input.security().getOrDefault(subscription.id(), false));
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        var ends = new HashMap<Long, Instant>();
        for (var s : subscriptions) {
            var end = input.expires().get(s.id());
            if (s.ended() && end != null) ends.put(s.id(), end);
        }
        terms.set(ends);
        // With and without the hold, each kind at once.
        var changes = new HashMap<Long, Change>();
        for (boolean hold : new boolean[] {true, false}) {
            var some = subscriptions.stream()
                    .filter(s -> hold == input.security().getOrDefault(s.id(), false))
                    .toList();
            if (some.isEmpty()) continue;
            int mask = mask(some.getFirst(), input, caller);
            darkening.lift(Subject.subscription, some, mask).forEach(c -> changes.put(c.id(), c));
        }
        return subscriptions.stream()
                .map(s -> Terms.remember(changes.getOrDefault(s.id(), Change.of(s.id())), List.of(s), ends)
                        .saying(StillDark.remark(s.name(), left(s, input, caller), s.above())))
                .toList();
    }

    @Override
    public Verdict judgeUndo(Subscription subscription, Change done, Job undone, Caller caller) {
        return done.after().get("reasons") instanceof Number left
                        && left.intValue() == subscription.own().bits()
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        darkening.restore(done);
        var ends = new HashMap<Long, Instant>();
        done.forEach(c -> ends.putAll(Terms.remembered(c.before())));
        terms.set(ends);
        return done.stream().map(Activation::reversed).toList();
    }
}
