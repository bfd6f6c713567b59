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
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.plan.Allowance;
import org.wirt.subscription.Bindings.Bound;
import org.wirt.subscription.Plans.Plan;
import org.wirt.value.Refusal;

/// Gives a customer to another provider, with all he has. Without a plan his subscriptions keep what they hold and
/// follow
/// none; with one of the new provider's they follow that. Files, mail and databases are not touched. The old provider
/// is
/// out from the commit on.
@Verb(name = "customer.move", from = Level.ADMINISTRATOR)
class MoveCustomer implements Undoable<Customer, MoveCustomer.Input> {

    /// @param target   the new provider's account
    /// @param plan     a hosting plan of the new provider for each customer; absent: none (Custom)
    /// @param goesDark agreed that the customers go dark below a suspended provider
    record Input(Optional<Long> target, Map<Long, Long> plan, boolean goesDark) {}

    private static final Duration UNDOABLE = Duration.ofDays(7);

    private final Moves moves;
    private final Bindings bindings;
    private final Handover handover;
    private final Clock clock;

    MoveCustomer(Moves moves, Bindings bindings, Handover handover, Clock clock) {
        this.moves = moves;
        this.bindings = bindings;
        this.handover = handover;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Customer customer, Input input, Caller caller) {
        if (!customer.is(Level.CUSTOMER)) return Verdict.refused(Refusal.notFound());
        if (input.target().isEmpty()) return Verdict.refused(Refusal.invalid("target", "missing"));
        var target = moves.target(input.target().get());
        if (target.isEmpty()) return Verdict.refused(Refusal.notFound());
        long id = target.get().id();
        var refusals = new ArrayList<Refusal>();
        moves.refusalOfPlan(input.plan(), customer.id(), id).ifPresent(refusals::add);
        var plan = moves.chosen(input.plan(), customer.id(), id);
        refusals.addAll(
                moves.check(customer, target.get(), plan, input.goesDark()).refusals());
        return refusals.isEmpty() ? Verdict.allowed() : Verdict.refused(refusals.getFirst());
    }

    @Override
    public List<Change> apply(List<Customer> customers, Input input, Caller caller, Job job) {
        long target = input.target().orElseThrow();
        var checks = moves.preview(customers, target, input.plan(), input.goesDark());
        // Each fits alone, together they do not: the runner then takes them one by one, as far as there is room.
        if (checks.stream().anyMatch(MoveChecks::isBlocked)) {
            throw new IllegalStateException("There is no room for all of them at " + target);
        }
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customers.size(); i++) {
            var customer = customers.get(i);
            bound.addAll(bound(customer, moves.chosen(input.plan(), customer.id(), target), checks.get(i)));
        }
        bindings.set(bound);
        var ids = customers.stream().map(Operand::id).toList();
        var cleared = handover.to(target, Level.CUSTOMER.name(), ids, caller);
        return customers.stream().map(c -> change(c, target, cleared)).toList();
    }

    private static List<Bound> bound(Customer customer, Optional<Plan> plan, MoveChecks checks) {
        var bound = new ArrayList<Bound>();
        for (int i = 0; i < customer.subscriptions().size(); i++) {
            var subscription = customer.subscriptions().get(i);
            var values = checks.allowances().get(i);
            bound.add(
                    plan.isEmpty()
                            ? Bound.custom(subscription, values)
                            : new Bound(subscription.id(), plan.map(Plan::id), sync(plan.get(), values), values));
        }
        return bound;
    }

    /// Where the new provider cannot give what his own plan says, the subscription gets what he can give.
    private static Subscription.Sync sync(Plan plan, Allowance values) {
        return values.equals(plan.allowance()) ? Subscription.Sync.SYNCED : Subscription.Sync.UNSYNCED;
    }

    private static Change change(Customer customer, long target, Map<Long, String> cleared) {
        var before = new HashMap<String, Object>();
        before.put(ConvertCustomer.PROVIDER, customer.account().providerId());
        before.put(
                ConvertCustomer.SUBSCRIPTIONS,
                customer.subscriptions().stream().map(s -> Bound.of(s).json()).toList());
        var external = cleared.get(customer.id());
        if (external != null) before.put(Handover.EXTERNAL_ID, external);
        return new Change(customer.id(), before, Map.of(ConvertCustomer.PROVIDER, target));
    }

    @Override
    public Verdict judgeUndo(Customer customer, Change done, Job undone, Caller caller) {
        if (!customer.is(Level.CUSTOMER)) return Verdict.refused(Refusal.state("changed-meanwhile"));
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
                : Verdict.refused(Refusal.state("changed-meanwhile"));
    }

    @Override
    public List<Change> undo(List<Customer> customers, List<Change> done, Job undone, Caller caller) {
        for (var change : done) {
            var provider = ((Number) change.before().getOrDefault(ConvertCustomer.PROVIDER, 1)).longValue();
            handover.to(provider, Level.CUSTOMER.name(), List.of(change.id()), caller);
        }
        handover.restoreExternalIds(Handover.remembered(done));
        bindings.restore(
                done.stream().flatMap(c -> ConvertCustomer.list(c).stream()).toList());
        return done.stream().map(c -> new Change(c.id(), c.after(), c.before())).toList();
    }
}
