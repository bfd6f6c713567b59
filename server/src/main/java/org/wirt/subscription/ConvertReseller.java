package org.wirt.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Makes a reseller a customer of the administrator. He must own no customers; his plans go, his subscriptions stay
/// with him, and what was unlimited in them becomes a share of what he had.
@Verb(name = "reseller.convert", from = Level.ADMINISTRATOR)
class ConvertReseller implements Undoable<Customer, ConvertReseller.Input> {

    /// @param plan a hosting plan of the administrator for all subscriptions of each reseller; absent: none (Custom)
    record Input(Map<Long, Long> plan) {}

    private static final int NAMED = 5;
    private static final String RESELLER = "reseller";
    private static final String PLANS = "plans";

    private final ResellerRows rows;
    private final ResellerRooms rooms;
    private final Plans plans;
    private final Bindings bindings;
    private final Handover handover;

    ConvertReseller(ResellerRows rows, ResellerRooms rooms, Plans plans, Bindings bindings, Handover handover) {
        this.rows = rows;
        this.rooms = rooms;
        this.plans = plans;
        this.bindings = bindings;
        this.handover = handover;
    }

    @Override
    public Verdict judge(Customer reseller, Input input, Caller caller) {
        return judgeAll(List.of(reseller), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Customer> resellers, Input input, Caller caller) {
        var below = rows.customers(resellers.stream().map(Operand::id).toList(), NAMED);
        var known = plans.byId(Set.copyOf(input.plan().values()));
        known.values().removeIf(p -> !NewSubscriptions.isOf(p, Scope.ADMINISTRATOR));
        return resellers.stream()
                .map(r -> verdict(r, input, Optional.ofNullable(below.get(r.id())), known.keySet()))
                .toList();
    }

    private static Verdict verdict(
            Customer reseller, Input input, Optional<ResellerRows.Below> below, Set<Long> plans) {
        if (reseller.account().own().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (reseller.account().kind() == Level.CUSTOMER) return Verdict.unchanged();
        if (below.isPresent()) return Verdict.refused(owns(below.get()));
        var plan = input.plan().get(reseller.id());
        return plan == null || plans.contains(plan)
                ? Verdict.allowed()
                : Verdict.refused(Refusal.invalid("plan." + reseller.id(), "plan-of-other-provider"));
    }

    /// Those in the recycle bin can be restored, so they need their provider too.
    private static Refusal owns(ResellerRows.Below below) {
        boolean standing = below.customers() > 0;
        long all = standing ? below.customers() : below.removed();
        var names = below.names().subList(0, (int) Math.min(all, below.names().size()));
        return Refusal.state(
                standing ? "reseller-has-customers" : "reseller-has-removed-customers",
                all,
                String.join(", ", names),
                Math.max(0, all - NAMED));
    }

    @Override
    public List<Change> apply(List<Customer> resellers, Input input, Caller caller, Job job) {
        var ids = resellers.stream().map(Operand::id).toList();
        var changes = resellers.stream().map(this::change).toList();
        var bound = new ArrayList<Bound>();
        for (var reseller : resellers)
            bound.addAll(bound(reseller, Optional.ofNullable(input.plan().get(reseller.id()))));
        bindings.set(bound);
        rows.remove(ids);
        rows.removePlans(ids);
        handover.to(Scope.ADMINISTRATOR, Level.CUSTOMER.name(), ids, caller);
        return changes;
    }

    private List<Bound> bound(Customer reseller, Optional<Long> plan) {
        var chosen = plan.flatMap(plans::find);
        if (chosen.isPresent()) {
            return reseller.subscriptions().stream()
                    .map(s -> new Bound(
                            s.id(), plan, Subscription.Sync.SYNCED, chosen.get().allowance(), List.of()))
                    .toList();
        }
        var held = rooms.held(reseller.id());
        var shares = SharesOfUnlimited.within(held.limits(), reseller.holdings());
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < shares.size(); i++) {
            var subscription = reseller.subscriptions().get(i);
            bound.add(Bound.custom(
                    subscription, subscription.allowance().with(shares.get(i)).with(held.overuse())));
        }
        return bound;
    }

    private Change change(Customer reseller) {
        var before = new HashMap<String, Object>();
        before.put("kind", Level.RESELLER.name());
        before.put(RESELLER, rows.remember("reseller", reseller.id()));
        before.put(PLANS, rows.remember("plan", reseller.id()));
        before.put(
                ConvertCustomer.SUBSCRIPTIONS,
                reseller.subscriptions().stream().map(s -> Bound.of(s).json()).toList());
        return new Change(reseller.id(), before, Map.of("kind", Level.CUSTOMER.name()));
    }

    @Override
    public Verdict judgeUndo(Customer customer, Change done, Job undone, Caller caller) {
        return customer.is(Level.CUSTOMER) && customer.account().providerId() == Scope.ADMINISTRATOR
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Customer> customers, List<Change> done, Job undone, Caller caller) {
        var ids = customers.stream().map(Operand::id).toList();
        handover.to(Scope.ADMINISTRATOR, Level.RESELLER.name(), ids, caller);
        rows.insert("reseller", all(done, RESELLER));
        rows.insert("plan", all(done, PLANS));
        bindings.restore(all(done, ConvertCustomer.SUBSCRIPTIONS));
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }

    private static List<Object> all(List<Change> done, String what) {
        var all = new ArrayList<Object>();
        for (var change : done) if (change.before().get(what) instanceof List<?> list) all.addAll(list);
        return all;
    }
}
