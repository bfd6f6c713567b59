package org.wirt.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Remark;
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
        var renamed = names.giveBack(ids, usernames);
        reasons.lift(Subject.account, ids, Cause.REMOVED.code());
        var left = new HashMap<Long, List<String>>();
        steps.forEach(step -> left.putAll(step.restored(ids, caller, job)));
        return accounts.stream()
                .map(a -> change(a, renamed.getOrDefault(a.id(), ""))
                        .saying(Optional.ofNullable(left.get(a.id())).map(some -> leftBehind(a, some))))
                .toList();
    }

    private static Remark leftBehind(Account account, List<String> left) {
        return Remark.of("left-in-bin", account.name(), left.size(), String.join(", ", left));
    }

    private static Change change(Account account, String renamed) {
        var before = new HashMap<String, Object>(Map.of("reasons", account.own().bits()));
        var after = new HashMap<String, Object>(
                Map.of("reasons", account.own().without(Cause.REMOVED).bits()));
        if (!renamed.isEmpty()) after.put("username", renamed);
        if (!renamed.isEmpty()) before.put("username", account.username());
        return new Change(account.id(), before, after);
    }
}
