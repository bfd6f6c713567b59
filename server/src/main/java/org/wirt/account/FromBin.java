package org.wirt.account;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.value.Cause;

/// Takes accounts out of the recycle bin, with everything that goes along.
@Component
class FromBin {

    private final Reasons reasons;
    private final GivenNames names;
    private final List<RestoreStep> steps;

    FromBin(Reasons reasons, GivenNames names, List<RestoreStep> steps) {
        this.reasons = reasons;
        this.names = names;
        this.steps = steps;
    }

    /// @param usernames other names for logins whose own is taken, by login
    List<Change> restored(List<Account> accounts, Map<Long, String> usernames, Caller caller, Job job) {
        var ids = Removing.ids(accounts);
        reasons.freeTakenExternalIds(ids);
        names.giveBack(ids, usernames);
        reasons.lift(Subject.account, ids, Cause.REMOVED.code());
        steps.forEach(step -> step.restored(ids, caller, job));
        return accounts.stream()
                .map(a -> Change.of(
                        a.id(),
                        "reasons",
                        a.own().bits(),
                        a.own().without(Cause.REMOVED).bits()))
                .toList();
    }
}
