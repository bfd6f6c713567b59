package org.wirt.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Activation;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Reason;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Brings a customer back with all his services. Where subscriptions have reasons of their own, the answer says whether
/// those are lifted too; what has expired needs a new date, and a security hold the administrator's own tick.
@Verb(name = "customer.activate", from = Level.RESELLER)
class ActivateCustomer implements Undoable<Customer, ActivateCustomer.Input>, Outward {

    /// How far an activation reaches.
    enum Reach {
        /// Every manual reason the actor may lift, on the account and on its subscriptions.
        ALL,
        /// Only what the suspension of the account darkened.
        ACCOUNT_ONLY
    }

    /// @param scope    how far; absent: all
    /// @param expires  new dates, by subscription
    /// @param security subscriptions whose security hold is lifted
    /// @param hold     customers whose own security hold is lifted
    record Input(
            Optional<Reach> scope, Map<Long, Instant> expires, Map<Long, Boolean> security, Map<Long, Boolean> hold) {

        boolean lifts(long customer) {
            return hold.getOrDefault(customer, false);
        }

        boolean reachesAll() {
            return scope.orElse(Reach.ALL) == Reach.ALL;
        }
    }

    private final Reasons reasons;
    private final Terms terms;
    private final Clock clock;

    ActivateCustomer(Reasons reasons, Terms terms, Clock clock) {
        this.reasons = reasons;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Customer customer, Input input, Caller caller) {
        if (!customer.is(Level.CUSTOMER)) return Verdict.refused(Refusal.notFound());
        for (var end : input.expires().entrySet()) {
            if (!end.getValue().isAfter(clock.instant())) {
                return Verdict.refused(Refusal.invalid("expires." + end.getKey(), "date-past"));
            }
        }
        return Activation.judge(customer.account().own(), caller.level(), input.lifts(customer.id()));
    }

    @Override
    public List<Change> apply(List<Customer> customers, Input input, Caller caller, Job job) {
        int mask = Reasons.liftable(caller.level());
        var lifted = new ArrayList<>(Activation.lift(reasons, ids(customers), caller.level(), input.hold()));
        var ends = new HashMap<Long, Instant>();
        if (input.reachesAll()) {
            var subscriptions =
                    customers.stream().flatMap(c -> c.subscriptions().stream()).toList();
            lifted.addAll(reasons.lift(Subject.subscription, ids(subscriptions), mask));
            lifted.addAll(
                    reasons.lift(Subject.subscription, held(subscriptions, input, caller), Cause.SECURITY.code()));
            subscriptions.stream()
                    .filter(s -> s.ended() && input.expires().containsKey(s.id()))
                    .forEach(s -> ends.put(s.id(), input.expires().get(s.id())));
            terms.set(ends);
        }
        return customers.stream()
                .map(c -> change(c, Reasons.liftable(caller.level(), input.lifts(c.id())), lifted, ends))
                .toList();
    }

    private static List<Long> held(List<Subscription> subscriptions, Input input, Caller caller) {
        if (caller.level() != Level.ADMINISTRATOR) return List.of();
        return subscriptions.stream()
                .map(Subscription::id)
                .filter(id -> input.security().getOrDefault(id, false))
                .toList();
    }

    private static Change change(Customer customer, int mask, List<Reason> lifted, Map<Long, Instant> ends) {
        var mine = customer.subscriptions().stream().map(Subscription::id).toList();
        var his = lifted.stream()
                .filter(r ->
                        r.subject() == Subject.account ? r.subjectId() == customer.id() : mine.contains(r.subjectId()))
                .toList();
        var change = Activation.change(customer.account(), mask, his);
        var remark = change.remark().or(() -> StaysDark.remark(customer, his, ends.keySet()));
        return Terms.remember(change.saying(remark), customer.subscriptions(), ends);
    }

    @Override
    public Verdict judgeUndo(Customer customer, Change done, Job undone, Caller caller) {
        if (!customer.is(Level.CUSTOMER)) return Verdict.refused(Refusal.notFound());
        return Activation.judgeUndo(customer.account(), done);
    }

    @Override
    public List<Change> undo(List<Customer> customers, List<Change> done, Job undone, Caller caller) {
        reasons.restore(done.stream()
                .flatMap(c -> Activation.remembered(c.before()).stream())
                .toList());
        var ends = new HashMap<Long, Instant>();
        done.forEach(c -> ends.putAll(Terms.remembered(c.before())));
        terms.set(ends);
        return done.stream().map(Activation::reversed).toList();
    }

    private static List<Long> ids(List<? extends Operand> operands) {
        return operands.stream().map(Operand::id).toList();
    }
}
