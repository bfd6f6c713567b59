package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.access.Level;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Accounts of several kinds in one, where a verb is said about an account whatever it is: in it a user is made, or its
/// own people change it.
abstract class WholeAccounts implements Targets<Account> {

    private final Accounts accounts;
    private final Level[] kinds;

    WholeAccounts(Accounts accounts, Level... kinds) {
        this.accounts = accounts;
        this.kinds = kinds.clone();
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<Account> load(Collection<Long> ids) {
        return accounts.load(ids, kinds);
    }

    @Override
    public List<Account> lock(Collection<Long> ids) {
        return accounts.lock(ids, kinds);
    }

    @Override
    public Matches matching(Map<String, List<String>> filter) {
        return Matches.none();
    }
}
