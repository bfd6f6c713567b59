package org.wirt.subscription;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operand;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Allowance;
import org.wirt.plan.Limits;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Gives a customer to another provider, with all he has. Without a plan his subscriptions keep what they hold and
/// follow none; with one of the new provider's they follow that. Files, mail and databases are not touched. The old
/// provider is out from the commit on.
@Verb(name = "customer.move", from = Level.ADMINISTRATOR)
class MoveCustomer implements Undoable<Customer, MoveCustomer.Input>, Outward {

    /// @param target   the new provider's account
    /// @param plan     a hosting plan of the new provider for each customer; absent: none (Custom)
    /// @param goesDark agreed that the customers go dark below a suspended provider
    /// @param way      what is done about each customer for whom there is too little room; absent: he stays
    record Input(@Needed Optional<Long> target, Map<Long, Long> plan, boolean goesDark, Map<Long, WayOut> way) {}

    private static final Duration UNDOABLE = Duration.ofDays(7);

    private final Moves moves;
    private final Bindings bindings;
    private final Handover handover;
    private final Raising raising;
    private final Clock clock;

    MoveCustomer(Moves moves, Bindings bindings, Handover handover, Raising raising, Clock clock) {
        this.moves = moves;
        this.bindings = bindings;
        this.handover = handover;
        this.raising = raising;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Customer customer, Input input, Caller caller) {
        return judgeAll(List.of(customer), input, caller).getFirst();
    }

    /// Who moves together shares the room at the new provider, in their order.
    @Override
    public List<Verdict> judgeAll(List<Customer> customers, Input input, Caller caller) {
        if (input.target().isEmpty()) return same(customers, Refusal.invalid("target", "missing"));
        long target = input.target().get();
        if (moves.target(target).isEmpty()) return same(customers, Refusal.notFound());
        var movable = customers.stream().filter(c -> c.is(Level.CUSTOMER)).toList();
        var checks = moves.preview(movable, target, input.plan(), input.goesDark(), input.way());
        var verdicts = new HashMap<Long, Verdict>();
        for (int i = 0; i < movable.size(); i++)
            verdicts.put(movable.get(i).id(), checks.get(i).verdict());
        return customers.stream()
                .map(c -> verdicts.getOrDefault(c.id(), Verdict.refused(Refusal.notFound())))
                .toList();
    }

    private static List<Verdict> same(List<Customer> customers, Refusal why) {
        return customers.stream().map(_ -> Verdict.refused(why)).toList();
    }

    @Override
    public List<Change> apply(List<Customer> customers, Input input, Caller caller, Job job) {
        long target = input.target().orElseThrow();
        var checks = moves.preview(customers, target, input.plan(), input.goesDark(), input.way());
        var plans = moves.chosen(input.plan(), target);
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customers.size(); i++) {
            var customer = customers.get(i);
            bound.addAll(bound(customer, Optional.ofNullable(plans.get(customer.id())), checks.get(i)));
        }
        var held = moves.target(target).orElseThrow().room().limits();
        var changes = new ArrayList<Change>();
        bindings.set(bound);
        var ids = customers.stream().map(Operand::id).toList();
        var cleared = handover.to(target, Level.CUSTOMER.name(), ids, caller);
        for (int i = 0; i < customers.size(); i++) {
            var then = checks.get(i).held();
            changes.add(change(customers.get(i), input, cleared, held, then));
            held = then;
        }
        raising.to(target, held);
        return changes;
    }

    private static List<Bound> bound(Customer customer, Optional<Plan> plan, MoveChecks checks) {
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customer.subscriptions().size(); i++) {
            var subscription = customer.subscriptions().get(i);
            var values = checks.allowances().get(i);
            bound.add(
                    plan.isEmpty()
                            ? Bound.custom(subscription, values)
                            : new Bound(
                                    subscription.id(),
                                    plan.map(Plan::id),
                                    sync(plan.get(), values),
                                    values,
                                    List.of()));
        }
        return bound;
    }

    /// Where the new provider cannot give what his own plan says, the subscription gets what he can give.
    private static Subscription.Sync sync(Plan plan, Allowance values) {
        return values.equals(plan.allowance()) ? Subscription.Sync.SYNCED : Subscription.Sync.UNSYNCED;
    }

    private static Change change(Customer customer, Input input, Map<Long, String> cleared, Limits held, Limits then) {
        var before = new HashMap<String, Object>();
        before.put(ConvertCustomer.PROVIDER, customer.account().providerId());
        before.put(
                ConvertCustomer.SUBSCRIPTIONS,
                customer.subscriptions().stream().map(s -> Bound.of(s).json()).toList());
        var external = cleared.get(customer.id());
        if (external != null) before.put(Handover.EXTERNAL_ID, external);
        var after = new HashMap<String, Object>(
                Map.of(ConvertCustomer.PROVIDER, input.target().orElseThrow()));
        var way = input.way().get(customer.id());
        if (way != null) after.put("way", way.name());
        if (!held.equals(then)) Raising.remember(held, then, before, after);
        return new Change(customer.id(), before, after);
    }

    @Override
    public Verdict judgeUndo(Customer customer, Change done, Job undone, Caller caller) {
        if (!customer.is(Level.CUSTOMER)) return Verdict.refused(Refusal.state("undo-contradicted"));
        if (undone.created().plus(UNDOABLE).isBefore(clock.instant())) {
            return Verdict.refused(Refusal.state("undo-too-late", UNDOABLE.toDays()));
        }
        var target = done.after().get(ConvertCustomer.PROVIDER);
        var before = done.before().get(ConvertCustomer.PROVIDER);
        boolean still = target instanceof Number n
                && n.longValue() == customer.account().providerId();
        return still
                        && before instanceof Number old
                        && moves.target(old.longValue()).isPresent()
                ? Verdict.allowed()
                : Verdict.refused(Refusal.state("undo-contradicted"));
    }

    @Override
    public List<Change> undo(List<Customer> customers, List<Change> done, Job undone, Caller caller) {
        handover.back(done, caller);
        raising.back(done);
        handover.restoreExternalIds(Handover.remembered(done));
        bindings.restore(
                done.stream().flatMap(c -> ConvertCustomer.list(c).stream()).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
