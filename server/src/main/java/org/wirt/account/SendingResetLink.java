package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What sending a link for setting a password means: the letter that carries it is written with the deed, by room
/// notification.
abstract class SendingResetLink implements Operation<Account, SendingResetLink.Input> {

    record Input() {}

    private final DSLContext database;

    SendingResetLink(DSLContext database) {
        this.database = database;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        return account.isGone() ? Verdict.refused(Refusal.notFound()) : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var ids = accounts.stream().map(Operand::id).toArray(Long[]::new);
        boolean missing = !database.resultQuery(
                        "select 1 from wirt.account where id = any(?) and email = ''", (Object) ids)
                .fetch()
                .isEmpty();
        if (missing) throw new Refused(Refusal.state("no-email"));
        return accounts.stream().map(a -> Change.of(a.id())).toList();
    }
}
