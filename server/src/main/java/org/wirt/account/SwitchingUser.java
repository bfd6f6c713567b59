package org.wirt.account;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// What activating and deactivating an additional user mean: a deactivated one cannot sign in, and his sessions end.
abstract class SwitchingUser implements Undoable<User, SwitchingUser.Input> {

    record Input() {}

    private final DSLContext database;
    private final Logins logins;
    private final boolean active;

    SwitchingUser(DSLContext database, Logins logins, boolean active) {
        this.database = database;
        this.logins = logins;
        this.active = active;
    }

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        if (user.active() == active) return Verdict.unchanged();
        if (active && user.seesNothing()) return Verdict.refused(Refusal.state("user-sees-nothing"));
        return UserRules.isHimself(user, caller) ? Verdict.refused(Refusal.state("own-user")) : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        return switched(users, active);
    }

    @Override
    public Verdict judgeUndo(User user, Change done, Job undone, Caller caller) {
        return user.active() == active ? Verdict.allowed() : Verdict.unchanged();
    }

    @Override
    public List<Change> undo(List<User> users, List<Change> done, Job undone, Caller caller) {
        return switched(users, !active);
    }

    private List<Change> switched(List<User> users, boolean wanted) {
        var ids = users.stream().map(Operand::id).toList();
        database.execute(
                "update wirt.login set active = ?, changed = changed + 1 where id = any(?) and not owner",
                wanted,
                ids.toArray(Long[]::new));
        if (!wanted) logins.endSessions(ids);
        return users.stream()
                .map(user -> Change.of(user.id(), "active", !wanted, wanted))
                .toList();
    }
}
