package org.wirt.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verdict;
import org.wirt.value.ReasonText;
import org.wirt.value.Refusal;

/// What suspending an account means, whoever it is: one reason on it. Nobody of it, nor of an account below it, can
/// sign
/// in; sites answer 503, open FTP and mail sessions end. Suspending twice changes nothing, so the memory of an earlier
/// suspension is never lost.
abstract class Suspending implements Undoable<Account, Suspending.Input> {

    /// @param reason kept with the suspension, at most 500 characters; never leaves the panel
    /// @param until when it ends by itself; absent: until somebody activates the account
    /// @param tell whether a letter tells the account
    /// @param security a security hold, which only the administrator sets and lifts
    record Input(Optional<ReasonText> reason, Optional<Instant> until, boolean tell, boolean security) {}

    private final Reasons reasons;
    private final Clock clock;

    Suspending(Reasons reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (AccountRules.isGone(account)) return Verdict.refused(Refusal.notFound());
        if (account.id() == caller.scope().accountId()) return Verdict.refused(Refusal.state("own-account"));
        if (input.until().isPresent() && !input.until().get().isAfter(clock.instant())) {
            return Verdict.refused(Refusal.invalid("until", "date-past"));
        }
        if (input.security() && caller.level() != Level.ADMINISTRATOR) {
            return Verdict.refused(Refusal.state("security-hold"));
        }
        return account.own().has(Reasons.by(caller.level(), input.security()))
                ? Verdict.unchanged()
                : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var cause = Reasons.by(caller.level(), input.security());
        var text = input.reason().map(ReasonText::text).orElse("");
        reasons.add(Subject.account, ids(accounts), cause, text, input.until(), caller, job.id());
        return accounts.stream()
                .map(a -> Change.of(
                        a.id(), "reasons", a.own().bits(), a.own().with(cause).bits()))
                .toList();
    }

    @Override
    public Verdict judgeUndo(Account account, Change done, Job undone, Caller caller) {
        return judgeUndoOfAll(List.of(account), List.of(done), undone, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeUndoOfAll(List<Account> accounts, List<Change> done, Job undone, Caller caller) {
        var still = reasons.standing(undone.id(), Subject.account, ids(accounts));
        return accounts.stream()
                .map(a -> still.contains(a.id())
                        ? Verdict.allowed()
                        : Verdict.refused(Refusal.state("changed-meanwhile")))
                .toList();
    }

    @Override
    public List<Change> undo(List<Account> accounts, List<Change> done, Job undone, Caller caller) {
        var lifted = reasons.liftOf(undone.id(), Subject.account, ids(accounts)).stream()
                .collect(Collectors.groupingBy(
                        Reasons.Reason::subjectId, Collectors.reducing(0, Reasons.Reason::code, (a, b) -> a | b)));
        return accounts.stream()
                .map(a ->
                        Change.of(a.id(), "reasons", a.own().bits(), a.own().bits() & ~lifted.getOrDefault(a.id(), 0)))
                .toList();
    }

    private static List<Long> ids(List<Account> accounts) {
        return accounts.stream().map(Operand::id).toList();
    }
}
