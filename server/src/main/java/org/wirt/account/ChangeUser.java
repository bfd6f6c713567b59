package org.wirt.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.UserRole;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.ContactName;
import org.wirt.value.EmailAddress;
import org.wirt.value.Refusal;

/// Changes who an additional user is and what he may do. Deactivating him ends his sessions.
@Verb(name = "user.change", from = Level.CUSTOMER)
class ChangeUser implements Operation<User, ChangeUser.Input> {

    /// @param username empty: the e-mail address
    record Input(
            ContactName contactName,
            EmailAddress email,
            String username,
            UserRole role,
            Optional<Long> subscription,
            boolean active) {

        String chosen() {
            return username.isBlank() ? email.text() : username.strip();
        }

        Map<String, Object> values() {
            return UserRules.values(contactName.text(), email.text(), chosen(), role, subscription, active);
        }
    }

    private final DSLContext database;
    private final Logins logins;

    ChangeUser(DSLContext database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    @Override
    public Verdict judge(User user, Input input, Caller caller) {
        boolean lowers = !input.active || input.role != user.role() || !input.subscription.equals(user.subscription());
        if (lowers && UserRules.isHimself(user, caller)) return Verdict.refused(Refusal.state("own-user"));
        return AccountRules.username(input.chosen(), user.username())
                .map(Verdict::refused)
                .orElseGet(
                        () -> UserRules.values(user).equals(input.values()) ? Verdict.unchanged() : Verdict.allowed());
    }

    @Override
    public List<Change> apply(List<User> users, Input input, Caller caller, Job job) {
        var changes = new ArrayList<Change>();
        for (var user : users) {
            CreateUser.refuseForeign(database, user.accountId(), input.subscription);
            if (!input.chosen().equals(user.username())) logins.rename(user.id(), input.chosen());
            database.execute(
                    "update wirt.login set contact_name = ?, email = ?, role = ?, subscription_id = cast(? as bigint), active = ?, "
                            + "changed = changed + 1 where id = ?",
                    input.contactName.text(),
                    input.email.text(),
                    input.role.name(),
                    input.subscription.orElse(null),
                    input.active,
                    user.id());
            if (!input.active) logins.endSessions(List.of(user.id()));
            changes.add(change(user, input));
        }
        return changes;
    }

    private static Change change(User user, Input input) {
        var before = new LinkedHashMap<>(UserRules.values(user));
        var after = new LinkedHashMap<>(input.values());
        before.keySet().removeIf(key -> java.util.Objects.equals(before.get(key), after.get(key)));
        after.keySet().retainAll(before.keySet());
        return new Change(user.id(), before, after);
    }
}
