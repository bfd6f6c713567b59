package org.wirt.account;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// What restoring an account from the recycle bin means: it is as before, reasons of its own included. Possible for 30
/// days; then [RemovedAccounts] erases it.
abstract class RestoringAccount implements Operation<Account, RestoringAccount.Input> {

    record Input() {}

    private final Reasons reasons;

    RestoringAccount(Reasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        return account.own().has(Cause.REMOVED) ? Verdict.allowed() : Verdict.unchanged();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return restored(reasons, accounts);
    }

    static List<Change> restored(Reasons reasons, List<Account> accounts) {
        reasons.freeTakenExternalIds(Removing.ids(accounts));
        reasons.lift(Subject.account, Removing.ids(accounts), Cause.REMOVED.code());
        return accounts.stream()
                .map(a -> Change.of(
                        a.id(),
                        "reasons",
                        a.own().bits(),
                        a.own().without(Cause.REMOVED).bits()))
                .toList();
    }
}
