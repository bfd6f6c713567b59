package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Removes an additional user for good; his sessions end with him. What he made stays with the account.
@Verb(name = "user.remove", from = Level.CUSTOMER)
class RemoveUser implements Operation<User, RemoveUser.Input> {

    record Input() {}

    private final DSLContext database;
    private final Logins logins;

    RemoveUser(DSLContext database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        return UserRules.isHimself(user, caller) ? Verdict.refused(Refusal.state("own-user")) : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        var ids = users.stream().map(Operand::id).toList();
        logins.endSessions(ids);
        database.execute("delete from wirt.login where id = any(?) and not owner", (Object) ids.toArray(Long[]::new));
        return users.stream()
                .map(user -> Change.of(user.id(), "user", user.username(), ""))
                .toList();
    }
}
