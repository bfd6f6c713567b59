package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.account.Accounts;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Accounts with their subscriptions, for verbs that look at both. Accounts of either kind are found, because taking
/// back a conversion finds a reseller where a customer was; the verbs' rules refuse the wrong kind like a missing one.
abstract class ContractTargets implements Targets<Customer> {

    private final Accounts accounts;
    private final Subscriptions subscriptions;

    ContractTargets(Accounts accounts, Subscriptions subscriptions) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
    }

    @Component
    static class OfCustomers extends ContractTargets {

        private final CustomerList list;

        OfCustomers(Accounts accounts, Subscriptions subscriptions, CustomerList list) {
            super(accounts, subscriptions);
            this.list = list;
        }

        @Override
        public String object() {
            return "customer";
        }

        @Override
        public Matches matching(Map<String, List<String>> filter) {
            return list.matching(filter);
        }
    }

    @Component
    static class OfResellers extends ContractTargets {

        private final ResellerList list;

        OfResellers(Accounts accounts, Subscriptions subscriptions, ResellerList list) {
            super(accounts, subscriptions);
            this.list = list;
        }

        @Override
        public String object() {
            return "reseller";
        }

        @Override
        public Matches matching(Map<String, List<String>> filter) {
            return list.matching(filter);
        }
    }

    @Override
    public Class<Customer> type() {
        return Customer.class;
    }

    @Override
    public List<Customer> load(Collection<Long> ids) {
        return with(accounts.load(ids, Level.CUSTOMER, Level.RESELLER));
    }

    @Override
    public List<Customer> lock(Collection<Long> ids) {
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
