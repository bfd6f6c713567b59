package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.account.Accounts;

/// Accounts with their subscriptions, for verbs that look at both. Accounts of either kind are found, because taking
/// back a conversion finds a reseller where a customer was; the verbs' rules refuse the wrong kind like a missing one.
@Component
class Customers {

    private final Accounts accounts;
    private final Subscriptions subscriptions;

    Customers(Accounts accounts, Subscriptions subscriptions) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
    }

    List<Customer> load(Collection<Long> ids) {
        return with(accounts.load(ids, Level.CUSTOMER, Level.RESELLER));
    }

    List<Customer> lock(Collection<Long> ids) {
        return with(accounts.lock(ids, Level.CUSTOMER, Level.RESELLER));
    }

    private List<Customer> with(List<Account> found) {
        var ids = found.stream().map(Account::id).toList();
        var owned = subscriptions.of(ids).stream().collect(Collectors.groupingBy(Subscription::accountId));
        return found.stream()
                .map(a -> new Customer(a, owned.getOrDefault(a.id(), List.of())))
                .toList();
    }
}
