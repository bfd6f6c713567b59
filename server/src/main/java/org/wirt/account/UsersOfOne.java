package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;
import org.wirt.operation.Operand;

/// Additional users who have access to one subscription alone. When their account loses it they are deactivated: there
/// is nothing left for them to see, and what else the account has was never theirs. Call within a scoped transaction.
@Component
public class UsersOfOne {

    private final Users users;
    private final DSLContext database;
    private final Logins logins;
    private final Audit audit;

    UsersOfOne(Users users, DSLContext database, Logins logins, Audit audit) {
        this.users = users;
        this.database = database;
        this.logins = logins;
        this.audit = audit;
    }

    /// Those of these subscriptions who can sign in.
    public List<User> active(Collection<Long> subscriptions) {
        return users.limitedTo(subscriptions).stream().filter(User::active).toList();
    }

    public void deactivate(List<User> losing, Caller caller) {
        switchTo(losing, false, caller);
        logins.endSessions(losing.stream().map(Operand::id).toList());
    }

    /// Those who were deactivated, now that their subscription is back; whoever was changed since then stays as he is.
    public void activate(Collection<Long> deactivated, Caller caller) {
        var back = users.load(deactivated).stream()
                .filter(user -> !user.active() && user.subscription().isPresent() && !user.seesNothing())
                .toList();
        switchTo(back, true, caller);
    }

    /// Apart from the job that it belongs to: what a job did is taken back by the numbers of its own targets.
    private void switchTo(List<User> some, boolean active, Caller caller) {
        if (some.isEmpty()) return;
        database.execute(
                "update wirt.login set active = ?, changed = changed + 1 where id = any(?) and not owner",
                active,
                some.stream().map(Operand::id).toArray(Long[]::new));
        audit.write(
                caller,
                null,
                active ? "user.activate" : "user.deactivate",
                some.stream().map(user -> entry(user, active)).toList());
    }

    private static Entry entry(User user, boolean active) {
        return new Entry(
                "user",
                user.id(),
                user.name(),
                user.accountId(),
                user.resellerId(),
                "DONE",
                Map.of("active", !active),
                Map.of("active", active));
    }
}
