package org.wirt.subscription;

import java.util.HashMap;
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
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Binds subscriptions to another hosting plan of their provider, or to none: then they keep what they hold, and
/// have no add-ons any more.
@Verb(name = "subscription.plan", from = Level.RESELLER)
class BindSubscription implements Undoable<Subscription, BindSubscription.Input> {

    /// @param plan absent: none (Custom)
    record Input(Optional<Long> plan) {}

    private static final String BINDING = "binding";

    private final Plans plans;
    private final Following following;
    private final ResellerRooms rooms;
    private final Bindings bindings;

    BindSubscription(Plans plans, Following following, ResellerRooms rooms, Bindings bindings) {
        this.plans = plans;
        this.following = following;
        this.rooms = rooms;
        this.bindings = bindings;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        return judgeAll(List.of(subscription), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Subscription> subscriptions, Input input, Caller caller) {
        var plan = input.plan().flatMap(plans::find);
        var verdicts = new HashMap<Long, Verdict>();
        for (var s : subscriptions) verdicts.put(s.id(), alone(s, input, plan));
        var wanting = subscriptions.stream()
                .filter(s -> verdicts.get(s.id()) instanceof Verdict.Allowed)
                .toList();
        plan.ifPresent(p -> rooms.refusalsInTurn(wanting, following.bound(wanting, p))
                .forEach((id, refusal) -> verdicts.put(id, Verdict.refused(refusal))));
        return subscriptions.stream()
                .map(s -> verdicts.getOrDefault(s.id(), Verdict.unchanged()))
                .toList();
    }

    /// What is to be said without looking at the room.
    private static Verdict alone(Subscription subscription, Input input, Optional<Plan> plan) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        if (subscription.planId().equals(input.plan()) && subscription.sync() != Subscription.Sync.UNSYNCED) {
            return Verdict.unchanged();
        }
        if (input.plan().isEmpty()) return Verdict.allowed();
        return plan.filter(p -> NewSubscriptions.isOf(p, subscription.resellerId()))
                .map(_ -> Verdict.allowed())
                .orElseGet(() -> Verdict.refused(Refusal.invalid("plan", "plan-of-other-provider")));
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        var plan = input.plan().flatMap(plans::find);
        bindings.set(plan.map(p -> following.bound(subscriptions, p))
                .orElseGet(() -> subscriptions.stream()
                        .map(s -> Bound.custom(s, s.allowance()))
                        .toList()));
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
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        bindings.restore(done.stream().map(c -> c.before().get(BINDING)).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
