package org.wirt.hosting;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Outward;
import org.wirt.operation.Secret;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// What a new password of a server login means: whoever signed in with the old one is signed out.
abstract class ChangingServicePassword<T extends Operand>
        implements Operation<T, ChangingServicePassword.Input>, Outward {

    record Input(@Secret @Needed String password) {}

    private final DSLContext database;
    private final ServicePasswords passwords;
    private final String table;

    ChangingServicePassword(DSLContext database, ServicePasswords passwords, String table) {
        this.database = database;
        this.passwords = passwords;
        this.table = table;
    }

    /// What forbids the caller to change it; empty: nothing.
    abstract Optional<Refusal> forbidden(T target, Caller caller);

    /// The name that must not be in the password.
    abstract String login(T target);

    @Override
    public Verdict judge(T target, Input input, Caller caller) {
        return HostingRules.first(
                List.of(forbidden(target, caller), HostingRules.goodPassword(input.password(), login(target))));
    }

    @Override
    public List<Change> apply(List<T> targets, Input input, Caller caller, Job job) {
        long id = targets.getFirst().id();
        database.execute(
                "update wirt." + table + " set password_hash = ?, changed = changed + 1 where id = ?",
                passwords.hash(input.password()),
                id);
        return List.of(Change.of(id));
    }
}
