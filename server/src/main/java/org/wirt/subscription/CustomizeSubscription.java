package org.wirt.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Meaning;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Allowance;
import org.wirt.plan.Kind;
import org.wirt.plan.Overuse;
import org.wirt.plan.TermNames;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.InvalidValue;
import org.wirt.value.Refusal;

/// Gives a subscription values of its own beside its plan's. From then on it is locked: what the plan says later does
/// not reach it, until it is bound anew.
@Verb(name = "subscription.customize", from = Level.RESELLER)
class CustomizeSubscription implements Undoable<Subscription, CustomizeSubscription.Input> {

    /// What is not named stays as it is.
    ///
    /// @param limit by key; sizes in bytes, -1 is unlimited
    record Input(
            @Meaning("bytes") Map<String, Long> limit, Map<String, Boolean> permission, Optional<Overuse> overuse) {

        /// What means nothing for such a holder.
        List<Refusal> unknown(Kind of, Allowance held) {
            return Stream.concat(
                            TermNames.unknownLimits(limit.keySet().stream(), of, held.limits()),
                            TermNames.unknownPermissions(permission.keySet().stream(), of, held.permissions()))
                    .toList();
        }

        /// The same of a subscription.
        List<Refusal> unknown(Allowance held) {
            return unknown(Kind.HOSTING, held);
        }

        static final Input NOTHING = new Input(Map.of(), Map.of(), Optional.empty());

        Allowance over(Allowance held) {
            var limits = held.limits();
            for (var one : limit.entrySet()) limits = limits.with(one.getKey(), one.getValue());
            var permissions = held.permissions();
            for (var one : permission.entrySet()) permissions = permissions.with(one.getKey(), one.getValue());
            return held.with(limits).with(permissions).with(overuse.orElse(held.overuse()));
        }
    }

    private static final String BINDING = "binding";
    private static final String VALUES = "values";

    private final ResellerRooms rooms;
    private final Bindings bindings;

    CustomizeSubscription(ResellerRooms rooms, Bindings bindings) {
        this.rooms = rooms;
        this.bindings = bindings;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        Allowance wanted;
        try {
            wanted = input.over(subscription.allowance());
        } catch (InvalidValue e) {
            return Verdict.refused(e.in("limit"));
        }
        var unknown = input.unknown(subscription.allowance());
        if (!unknown.isEmpty()) return Verdict.of(unknown);
        var room = rooms.without(subscription.resellerId(), List.of(subscription.id()));
        var withheld = room.refusalsOf(input.permission());
        if (!withheld.isEmpty()) return Verdict.of(withheld);
        if (wanted.equals(subscription.allowance())) return Verdict.unchanged();
        return Verdict.of(room.refusalsOf(wanted.limits()));
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        bindings.set(subscriptions.stream().map(s -> bound(s, input)).toList());
        return subscriptions.stream()
                .map(s -> new Change(
                        s.id(),
                        Map.of(BINDING, Bound.of(s).json()),
                        Map.of(VALUES, bound(s, input).json())))
                .toList();
    }

    private static Bound bound(Subscription s, Input input) {
        var values = input.over(s.allowance());
        return s.planId().isPresent()
                ? new Bound(s.id(), s.planId(), Subscription.Sync.LOCKED, values, s.addOns())
                : Bound.custom(s, values);
    }

    @Override
    public Verdict judgeUndo(Subscription subscription, Change done, Job undone, Caller caller) {
        return numbers(done.after().get(VALUES))
                        .equals(numbers(Bound.of(subscription).json()))
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    /// What is remembered has become text in between.
    private static String numbers(@Nullable Object values) {
        return values instanceof Map<?, ?> map ? map.get("limits") + " " + map.get("permissions") : "";
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        bindings.restore(done.stream().map(c -> c.before().get(BINDING)).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
