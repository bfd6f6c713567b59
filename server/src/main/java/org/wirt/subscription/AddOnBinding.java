package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.AddOns;
import org.wirt.plan.AddOns.AddOn;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Refusal;

/// A subscription that follows its plan holds what the plan gives, and what its add-ons give beside that. One that
/// holds something else than its plan says is refused: an add-on would change nothing.
abstract class AddOnBinding implements Undoable<Subscription, AddOnBinding.Input> {

    /// @param addOn its number
    record Input(@Needed Optional<Long> addOn) {}

    private static final String ADD_ON = "addOn";

    private final Following following;
    private final AddOns addOns;
    private final ResellerRooms rooms;
    private final Bindings bindings;
    private final boolean bound;

    AddOnBinding(Following following, AddOns addOns, ResellerRooms rooms, Bindings bindings, boolean bound) {
        this.following = following;
        this.addOns = addOns;
        this.rooms = rooms;
        this.bindings = bindings;
        this.bound = bound;
    }

    @Override
    public Verdict judge(Subscription subscription, Input input, Caller caller) {
        return judgeAll(List.of(subscription), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Subscription> subscriptions, Input input, Caller caller) {
        var offered = input.addOn()
                .flatMap(id -> Optional.ofNullable(addOns.byId(List.of(id)).get(id)));
        var verdicts = new ArrayList<Verdict>();
        var wanting = new ArrayList<Subscription>();
        for (var one : subscriptions) {
            var verdict = alone(one, offered, input);
            verdicts.add(verdict);
            if (verdict instanceof Verdict.Allowed) wanting.add(one);
        }
        if (!bound || wanting.isEmpty()) return verdicts;
        var refused = rooms.refusalsInTurn(wanting, wanted(wanting, input));
        for (int i = 0; i < subscriptions.size(); i++) {
            var refusal = refused.get(subscriptions.get(i).id());
            if (refusal != null) verdicts.set(i, Verdict.refused(refusal));
        }
        return verdicts;
    }

    /// What is to be said without looking at the room.
    private Verdict alone(Subscription subscription, Optional<AddOn> offered, Input input) {
        if (subscription.isGone()) return Verdict.refused(Refusal.notFound());
        if (input.addOn().isEmpty()) return Verdict.refused(Refusal.invalid("addOn", "missing"));
        boolean mine =
                offered.filter(a -> a.owner() == subscription.resellerId()).isPresent();
        if (bound && !mine) return Verdict.refused(Refusal.invalid("addOn", "add-on-of-other-provider"));
        if (subscription.addOns().contains(input.addOn().get()) == bound) return Verdict.unchanged();
        return switch (subscription.sync()) {
            case CUSTOM -> Verdict.refused(Refusal.state("subscription.add-on-without-plan"));
            case LOCKED, UNSYNCED -> Verdict.refused(Refusal.state("subscription.add-on-apart"));
            case SYNCED -> Verdict.allowed();
        };
    }

    private List<Bound> wanted(List<Subscription> subscriptions, Input input) {
        return with(bound, subscriptions, input.addOn().orElseThrow());
    }

    private List<Bound> with(boolean added, List<Subscription> subscriptions, long addOn) {
        return following.bound(subscriptions, subscription -> {
            var ids = new TreeSet<>(subscription.addOns());
            if (added) ids.add(addOn);
            else ids.remove(addOn);
            return List.copyOf(ids);
        });
    }

    @Override
    public List<Change> apply(List<Subscription> subscriptions, Input input, Caller caller, Job job) {
        bindings.set(wanted(subscriptions, input));
        Map<String, Object> has = Map.of(ADD_ON, input.addOn().orElseThrow());
        return subscriptions.stream()
                .map(s -> bound ? new Change(s.id(), Map.of(), has) : new Change(s.id(), has, Map.of()))
                .toList();
    }

    private long addOn(Change done) {
        return Long.parseLong(String.valueOf((bound ? done.after() : done.before()).get(ADD_ON)));
    }

    @Override
    public Verdict judgeUndo(Subscription subscription, Change done, Job undone, Caller caller) {
        boolean stands = subscription.sync() == Subscription.Sync.SYNCED
                && subscription.addOns().contains(addOn(done)) == bound;
        return stands ? Verdict.allowed() : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Subscription> subscriptions, List<Change> done, Job undone, Caller caller) {
        bindings.set(with(!bound, subscriptions, addOn(done.getFirst())));
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }

    /// Gives a subscription an add-on plan of its provider beside its plan.
    @Verb(name = "subscription.bind-add-on", from = Level.RESELLER)
    static class Bind extends AddOnBinding {
        Bind(Following following, AddOns addOns, ResellerRooms rooms, Bindings bindings) {
            super(following, addOns, rooms, bindings, true);
        }
    }

    /// Takes an add-on plan away, with what it gave.
    @Verb(name = "subscription.unbind-add-on", from = Level.RESELLER)
    static class Unbind extends AddOnBinding {
        Unbind(Following following, AddOns addOns, ResellerRooms rooms, Bindings bindings) {
            super(following, addOns, rooms, bindings, false);
        }
    }
}
