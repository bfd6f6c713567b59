package org.wirt.account;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Gives an additional user a new password and ends his sessions.
@Verb(name = "user.password", from = Level.CUSTOMER)
class SetUserPassword implements Operation<User, SetUserPassword.Input> {

    record Input(
            @Secret @Needed String password, @Secret @Needed String repeat) {}

    private final Logins logins;

    SetUserPassword(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        return AccountRules.password(input.password, input.repeat, user.username())
                .map(Verdict::refused)
                .orElseGet(Verdict::allowed);
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        users.forEach(user -> logins.password(user.id(), input.password));
        logins.endSessions(users.stream().map(Operand::id).toList());
        return users.stream()
                .map(user -> Change.of(user.id(), "password", "", "set"))
                .toList();
    }
}
