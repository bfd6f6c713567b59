package org.wirt.subscription;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.account.Activation;
import org.wirt.account.Reasons;
import org.wirt.account.Reasons.Reason;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// Brings a reseller back, and with him every customer and subscription that has no reason of its own.
@Verb(name = "reseller.activate", from = Level.ADMINISTRATOR)
class ActivateReseller implements Undoable<Account, ActivateReseller.Input>, Outward {

    /// @param hold    resellers whose security hold is lifted
    /// @param expires new dates, by reseller
    record Input(Map<Long, Boolean> hold, Map<Long, Instant> expires) {

        boolean lifts(long id) {
            return hold.getOrDefault(id, false);
        }
    }

    private final Reasons reasons;
    private final ResellerTerms terms;

    ActivateReseller(Reasons reasons, ResellerTerms terms) {
        this.reasons = reasons;
        this.terms = terms;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.own().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (account.own().has(Cause.EXPIRED)) {
            var refusal = terms.refusal(
                    "expires." + account.id(),
                    Optional.ofNullable(input.expires().get(account.id())));
            return refusal.map(Verdict::refused).orElseGet(Verdict::allowed);
        }
        return Activation.judge(account.own(), caller.level(), input.lifts(account.id()));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var ids = accounts.stream().map(Operand::id).toList();
        var lifted = Activation.lift(reasons, ids, caller.level(), input.hold());
        var ends = new HashMap<Long, Optional<Instant>>();
        accounts.stream()
                .filter(a -> a.own().has(Cause.EXPIRED))
                .forEach(a ->
                        ends.put(a.id(), Optional.ofNullable(input.expires().get(a.id()))));
        terms.set(ends);
        return accounts.stream()
                .map(a -> Activation.change(
                        a,
                        Reasons.liftable(caller.level(), input.lifts(a.id())) | Cause.EXPIRED.code(),
                        lifted.stream().filter(r -> r.subjectId() == a.id()).toList()))
                .toList();
    }

    @Override
    public Verdict judgeUndo(Account account, Change done, Job undone, Caller caller) {
        return Activation.judgeUndo(account, done);
    }

    @Override
    public List<Change> undo(List<Account> accounts, List<Change> done, Job undone, Caller caller) {
        reasons.restore(done.stream().flatMap(c -> remembered(c).stream()).toList());
        return done.stream().map(Activation::reversed).toList();
    }

    private static List<Reason> remembered(Change change) {
        return Activation.remembered(change.before());
    }
}
