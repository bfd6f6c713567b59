package org.wirt.account;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.access.Level;
import org.wirt.listing.Matches;
import org.wirt.operation.Targets;

/// Accounts, for the verbs that need to know nothing below them.
@Configuration(proxyBeanMethods = false)
class AccountTargets {

    @Bean
    static Targets<Account> customersByNumber(Accounts accounts, CustomerList list) {
        return of("customer", accounts, list::matching, Level.CUSTOMER);
    }

    @Bean
    static Targets<Account> resellersByNumber(Accounts accounts, ResellerList list) {
        return of("reseller", accounts, list::matching, Level.RESELLER);
    }

    /// The accounts in which users are made.
    @Bean
    static Targets<Account> userHomes(Accounts accounts) {
        return of("user", accounts, _ -> Matches.none(), Level.CUSTOMER, Level.RESELLER);
    }

    /// An account as its own people change it, the administrator's included.
    @Bean
    static Targets<Account> ownAccount(Accounts accounts) {
        return of("account", accounts, _ -> Matches.none(), Level.CUSTOMER, Level.RESELLER, Level.ADMINISTRATOR);
    }

    private static Targets<Account> of(
            String object, Accounts accounts, Function<Map<String, List<String>>, Matches> matching, Level... kinds) {
        return Targets.of(
                object, Account.class, ids -> accounts.load(ids, kinds), ids -> accounts.lock(ids, kinds), matching);
    }
}
