package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.access.Level;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// The accounts of one kind, for the verbs that need to know nothing below them.
abstract class AccountTargets implements Targets<Account> {

    private final Accounts accounts;
    private final Level kind;

    AccountTargets(Accounts accounts, Level kind) {
        this.accounts = accounts;
        this.kind = kind;
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<Account> load(Collection<Long> ids) {
        return accounts.load(ids, kind);
    }

    @Override
    public List<Account> lock(Collection<Long> ids) {
        return accounts.lock(ids, kind);
    }

    @Override
    public abstract Matches matching(Map<String, List<String>> filter);
}
