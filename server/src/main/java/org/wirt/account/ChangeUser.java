package org.wirt.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Changes who an additional user is and what he may do. Deactivating him ends his sessions.
@Verb(name = "user.change", from = Level.CUSTOMER)
class ChangeUser implements Operation<User, ChangeUser.Input>, Editing<User>, Rehearsed {

    record Input(UserFields user) {}

    private final DSLContext database;
    private final Logins logins;

    ChangeUser(DSLContext database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    @Override
    public Map<String, String> saved(User user) {
        return user.saved();
    }

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        var wanted = input.user;
        boolean lowers = !wanted.active()
                || wanted.role() != user.role()
                || !wanted.subscription().equals(user.subscription());
        if (lowers && UserRules.isHimself(user, caller)) return Verdict.refused(Refusal.state("own-user"));
        boolean sameAccess = wanted.subscription().equals(user.subscription());
        if (wanted.active() && !user.active() && sameAccess && user.seesNothing())
            return Verdict.refused(Refusal.invalid("subscription", "user-sees-nothing"));
        return AccountRules.username(wanted.chosen(), user.username())
                .map(Verdict::refused)
                .orElseGet(
                        () -> UserRules.values(user).equals(wanted.values()) ? Verdict.unchanged() : Verdict.allowed());
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        var wanted = input.user;
        var changes = new ArrayList<Change>();
        for (var user : users) {
            if (!wanted.subscription().equals(user.subscription()))
                CreateUser.refuseForeign(database, user.accountId(), wanted.subscription());
            if (!wanted.chosen().equals(user.username())) logins.rename(user.id(), wanted.chosen());
            database.execute(
                    "update wirt.login set contact_name = ?, email = ?, role = ?, subscription_id = cast(? as bigint), active = ?, "
                            + "changed = changed + 1 where id = ?",
                    wanted.contactName().text(),
                    wanted.email().text(),
                    wanted.role().name(),
                    wanted.subscription().orElse(null),
                    wanted.active(),
                    user.id());
            if (!wanted.active()) logins.endSessions(List.of(user.id()));
            changes.add(change(user, wanted));
        }
        return changes;
    }

    private static Change change(User user, UserFields wanted) {
        var before = new LinkedHashMap<>(UserRules.values(user));
        var after = new LinkedHashMap<>(wanted.values());
        before.keySet().removeIf(key -> java.util.Objects.equals(before.get(key), after.get(key)));
        after.keySet().retainAll(before.keySet());
        return new Change(user.id(), before, after);
    }
}
