package org.wirt.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.account.Reasons.Why;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.ReasonText;
import org.wirt.value.Refusal;

/// What removing an account means: into the recycle bin. From the commit on the internet does not know it, nor anything
/// of it or below it; nobody of it can sign in; its names stay taken. One reason on its row, so that a restore brings
/// everything back as it was.
abstract class Removing implements Undoable<Account, Removing.Input>, Outward {

    /// @param reason kept with it in the recycle bin, at most 500 characters
    record Input(Optional<ReasonText> reason) {}

    private final Darkening darkening;
    private final FromBin bin;
    private final GivenNames names;

    Removing(Darkening darkening, FromBin bin, GivenNames names) {
        this.darkening = darkening;
        this.bin = bin;
        this.names = names;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (account.own().has(Cause.REMOVED)) return Verdict.unchanged();
        return account.id() == caller.scope().accountId()
                ? Verdict.refused(Refusal.state("own-account"))
                : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var text = input.reason.map(ReasonText::text).orElse("");
        return darkening.add(Subject.account, accounts, Why.of(Cause.REMOVED, text), caller, job);
    }

    @Override
    public Verdict judgeUndo(Account account, Change done, Job undone, Caller caller) {
        return judgeUndoOfAll(List.of(account), List.of(done), undone, caller).getFirst();
    }

    /// Whose name has been given away asks for another, and that is done in the recycle bin.
    @Override
    public List<Verdict> judgeUndoOfAll(List<Account> accounts, List<Change> done, Job undone, Caller caller) {
        var lost = names.of(ids(accounts)).stream()
                .filter(GivenNames.Login::taken)
                .collect(Collectors.toMap(GivenNames.Login::accountId, GivenNames.Login::username, (a, _) -> a));
        return accounts.stream().map(a -> undoVerdict(a, lost)).toList();
    }

    private static Verdict undoVerdict(Account account, Map<Long, String> lost) {
        if (!account.own().has(Cause.REMOVED)) return Verdict.unchanged();
        var name = lost.get(account.id());
        return name == null ? Verdict.allowed() : Verdict.refused(Refusal.state("restore.username-given", name));
    }

    @Override
    public List<Change> undo(List<Account> accounts, List<Change> done, Job undone, Caller caller) {
        return bin.restored(accounts, Map.of(), caller, undone);
    }

    static List<Long> ids(List<Account> accounts) {
        return accounts.stream().map(Operand::id).toList();
    }
}
