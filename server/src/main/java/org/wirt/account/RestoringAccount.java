package org.wirt.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Verdict;
import org.wirt.value.Cause;
import org.wirt.value.Refusal;

/// What restoring an account from the recycle bin means: it is as before, reasons of its own included. Whose username
/// has been given to somebody else meanwhile gets another. Possible for 30 days; then [RemovedAccounts] erases it.
abstract class RestoringAccount implements Operation<Account, RestoringAccount.Input>, Outward {

    /// @param username other names for logins whose own is taken, by login
    record Input(Map<Long, String> username) {}

    private final FromBin bin;
    private final GivenNames names;

    RestoringAccount(FromBin bin, GivenNames names) {
        this.bin = bin;
        this.names = names;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        return judgeAll(List.of(account), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Account> accounts, Input input, Caller caller) {
        var given =
                names.of(Removing.ids(accounts)).stream().collect(Collectors.groupingBy(GivenNames.Login::accountId));
        return accounts.stream()
                .map(a -> verdict(a, given.getOrDefault(a.id(), List.of()), input))
                .toList();
    }

    private Verdict verdict(Account account, List<GivenNames.Login> given, Input input) {
        if (account.above().has(Cause.REMOVED)) return Verdict.refused(Refusal.notFound());
        if (!account.own().has(Cause.REMOVED)) return Verdict.unchanged();
        return names.refusal(given, input.username()).map(Verdict::refused).orElseGet(Verdict::allowed);
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return bin.restored(accounts, input.username(), caller, job);
    }
}
