package org.wirt.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Needed;
import org.wirt.operation.Operation;
import org.wirt.operation.Secret;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// What changing an account's own login means: another username, another password, or both. Its open sessions end,
/// because somebody else may have them. Nobody is told unless the tick box says so.
abstract class ChangingLogin implements Operation<Account, ChangingLogin.Input> {

    /// @param password empty: unchanged
    /// @param version the `loginChanged` of the account the form was filled from; absent: whatever it is now
    /// @param tell whether a letter with a link for setting a password goes out; never the password itself
    record Input(
            @Needed String username,
            @Secret String password,
            @Secret String repeat,
            boolean tell,
            Optional<Integer> version) {}

    private final Logins logins;

    ChangingLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        if (input.version.filter(version -> version != account.loginChanged()).isPresent())
            return Verdict.refused(Refusal.invalid("username", "login-changed-meanwhile", account.username()));
        var wrong = new ArrayList<Refusal>();
        AccountRules.username(input.username, account.username())
                .or(() -> logins.refusal(input.username.strip(), account.loginId()))
                .ifPresent(wrong::add);
        password(input).ifPresent(wrong::add);
        if (!wrong.isEmpty()) return Verdict.of(wrong);
        boolean same = input.username.strip().equals(account.username()) && input.password.isEmpty();
        return same && !input.tell ? Verdict.unchanged() : Verdict.allowed();
    }

    private static Optional<Refusal> password(Input input) {
        if (input.password.isEmpty() && input.repeat.isEmpty()) return Optional.empty();
        return AccountRules.password(input.password, input.repeat, input.username);
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var changes = new ArrayList<Change>();
        for (var account : accounts) {
            var before = new LinkedHashMap<String, Object>();
            var after = new LinkedHashMap<String, Object>();
            var username = input.username.strip();
            if (!username.equals(account.username())) {
                logins.rename(account.loginId(), username);
                before.put("username", account.username());
                after.put("username", username);
            }
            if (!input.password.isEmpty()) {
                logins.password(account.loginId(), input.password);
                after.put("password", "set");
            }
            if (!after.isEmpty()) logins.endSessions(List.of(account.loginId()));
            changes.add(new Change(account.id(), before, after));
        }
        return changes;
    }
}
