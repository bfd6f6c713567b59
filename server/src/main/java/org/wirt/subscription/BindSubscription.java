package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Binds subscriptions to another hosting plan of their provider, or to none: then they keep what they hold.
@Verb(name = "subscription.plan", from = Level.RESELLER)
class BindSubscription implements Undoable<Subscription, BindSubscription.Input> {

    /// @param plan absent: none (Custom)
    record Input(Optional<Long> plan) {}

    private static final String BINDING = "binding";

    private final Plans plans;
    private final ResellerRooms rooms;
    private final Bindings bindings;

    BindSubscription(Plans plans, ResellerRooms rooms, Bindings bindings) {
        this.plans = plans;
        this.rooms = rooms;
        this.bindings = bindings;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.own().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (subscription.planId().equals(input.plan()) && subscription.sync() != Subscription.Sync.UNSYNCED) {
            return Verdict.unchanged();
        }
        if (input.plan().isEmpty()) return Verdict.allowed();
        var plan = plans.find(input.plan().get()).filter(p -> NewSubscriptions.isOf(p, subscription.resellerId()));
        if (plan.isEmpty()) return Verdict.refused(Refusal.invalid("plan", "plan-of-other-provider"));
        var room = rooms.without(subscription.resellerId(), List.of(subscription.id()));
        return room.refusalsOf(plan.get().allowance().limits()).stream()
                .map(Verdict::refused)
                .findFirst()
                .orElse(Verdict.allowed());
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        var plan = input.plan().flatMap(plans::find);
        bindings.set(subscriptions.stream()
                .map(s -> plan.map(p -> new Bound(s.id(), input.plan(), Subscription.Sync.SYNCED, p.allowance()))
                        .orElseGet(() -> Bound.custom(s, s.allowance())))
                .toList());
        return subscriptions.stream()
                .map(s -> new Change(
                        s.id(),
                        Map.of(BINDING, Bound.of(s).json()),
                        Map.of("plan", input.plan().map(Object.class::cast).orElse(""))))
                .toList();
    }

    @Override
    public Verdict judgeUndo(Subscription subscription, Change done, Job undone, Caller caller) {
        var now = subscription.planId().map(String::valueOf).orElse("");
        return now.equals(String.valueOf(done.after().get("plan")))
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("changed-meanwhile"));
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        bindings.restore(done.stream().map(c -> c.before().get(BINDING)).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
