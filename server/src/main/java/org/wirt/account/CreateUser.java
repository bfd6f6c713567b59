package org.wirt.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Passwords;
import org.wirt.operation.Change;
import org.wirt.operation.Inputs;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Secret;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Makes an additional user in an account: a login of his own, with a role.
@Verb(name = "user.create", from = Level.CUSTOMER)
class CreateUser implements Operation<Account, CreateUser.Input>, Rehearsed {

    /// @param activateByEmail he sets his password himself, by the link in his letter
    record Input(
            UserFields user,
            @Secret String password,
            @Secret String repeat,
            boolean activateByEmail) {}

    private final DSLContext database;
    private final Logins logins;
    private final Passwords passwords;
    private final UserRoom room;

    CreateUser(DSLContext database, Logins logins, Passwords passwords, UserRoom room) {
        this.database = database;
        this.logins = logins;
        this.passwords = passwords;
        this.room = room;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        return Verdict.of(
                refusals(account, input.user.chosen(), input.activateByEmail, input.password, input.repeat, caller));
    }

    @Override
    public List<Refusal> alsoWrong(Account account, Map<String, List<String>> parameters, Caller caller) {
        var username = Inputs.text("username", parameters);
        return refusals(
                account,
                username.isBlank() ? Inputs.text("email", parameters) : username,
                Inputs.field(Boolean.class, "activateByEmail", parameters).orElse(false),
                Inputs.text("password", parameters),
                Inputs.text("repeat", parameters),
                caller);
    }

    /// Without a username the e-mail address is one, and is asked for by its own field.
    private List<Refusal> refusals(
            Account account, String username, boolean byEmail, String password, String repeat, Caller caller) {
        var refusals = new ArrayList<Refusal>();
        room.refusal(account.id(), caller).ifPresent(refusals::add);
        if (!username.isBlank())
            AccountRules.username(username, "")
                    .or(() -> logins.refusal(username, 0))
                    .ifPresent(refusals::add);
        if (!byEmail) AccountRules.password(password, repeat, username).ifPresent(refusals::add);
        return refusals;
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var hash = input.activateByEmail ? null : passwords.panelHash(input.password);
        var changes = new ArrayList<Change>();
        for (var account : accounts) {
            refuseForeign(database, account.id(), input.user.subscription());
            long made = insert(account, input.user, hash);
            changes.add(Change.of(account.id(), "user", "", input.user.chosen()).making(made, input.user.chosen()));
        }
        return changes;
    }

    private long insert(Account account, UserFields wanted, @Nullable String hash) {
        try {
            return database.resultQuery(
                            "insert into wirt.login (account_id, reseller_id, owner, username, password_hash, contact_name, email, active, role, "
                                    + "subscription_id) values (?, ?, false, ?, ?, ?, ?, ?, ?, cast(? as bigint)) returning id",
                            account.id(),
                            account.resellerId(),
                            wanted.chosen(),
                            hash,
                            wanted.contactName().text(),
                            wanted.email().text(),
                            wanted.active(),
                            wanted.role().name(),
                            wanted.subscription().orElse(null))
                    .fetchSingle(r -> r.get(0, Long.class));
        } catch (DuplicateKeyException e) {
            throw Logins.taken(e);
        }
    }

    /// A subscription of somebody else answers like none.
    static void refuseForeign(DSLContext database, long accountId, Optional<Long> subscription) {
        if (subscription.isEmpty()) return;
        boolean own = !database.resultQuery(
                        "select 1 from wirt.subscription where id = ? and customer_id = ?",
                        subscription.get(),
                        accountId)
                .fetch()
                .isEmpty();
        if (!own) throw new Refused(Refusal.invalid("subscription", "choice-unknown"));
    }
}
