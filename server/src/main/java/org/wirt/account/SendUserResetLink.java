package org.wirt.account;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Sends an additional user a link by which he sets a new password.
@Verb(name = "user.reset-link", from = Level.CUSTOMER)
class SendUserResetLink implements Operation<User, SendUserResetLink.Input> {

    record Input() {}

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        return user.email().isEmpty() ? Verdict.refused(Refusal.state("no-email")) : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        return users.stream().map(user -> Change.of(user.id())).toList();
    }
}
