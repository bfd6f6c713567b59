package org.wirt.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.wirt.operation.Targets;

/// Accounts of both kinds in one, where a verb is said about an account whatever it is: in it a user is made, or its
/// own people change it.
abstract class WholeAccounts implements Targets<Account> {

    private final CustomerTargets customers;
    private final ResellerTargets resellers;

    WholeAccounts(CustomerTargets customers, ResellerTargets resellers) {
        this.customers = customers;
        this.resellers = resellers;
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public List<Account> load(Collection<Long> ids) {
        var found = customers.load(ids);
        return found.isEmpty() ? resellers.load(ids) : found;
    }

    @Override
    public List<Account> lock(Collection<Long> ids) {
        var found = customers.lock(ids);
        return found.isEmpty() ? resellers.lock(ids) : found;
    }

    @Override
    public List<Long> matching(Map<String, List<String>> filter) {
        return List.of();
    }
}
