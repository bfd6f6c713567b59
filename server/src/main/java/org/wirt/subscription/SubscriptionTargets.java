package org.wirt.subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.account.CustomerList;
import org.wirt.account.ResellerList;
import org.wirt.operation.Targets;

/// What the verbs of this room are done to.
@Configuration(proxyBeanMethods = false)
class SubscriptionTargets {

    @Bean
    static Targets<Subscription> subscriptionsByNumber(Subscriptions subscriptions, SubscriptionList list) {
        return Targets.of("subscription", Subscription.class, subscriptions::load, subscriptions::lock, list::matching);
    }

    @Bean
    static Targets<Customer> customersWithContracts(Customers customers, CustomerList list) {
        return Targets.of("customer", Customer.class, customers::load, customers::lock, list::matching);
    }

    @Bean
    static Targets<Customer> resellersWithContracts(Customers customers, ResellerList list) {
        return Targets.of("reseller", Customer.class, customers::load, customers::lock, list::matching);
    }

    /// The provider a new customer is made in.
    @Bean
    static Targets<Provider> providersOfCustomers(Providers providers) {
        return Targets.of("customer", Provider.class, providers::load, providers::lock);
    }

    /// The provider a new reseller is made in.
    @Bean
    static Targets<Provider> providersOfResellers(Providers providers) {
        return Targets.of("reseller", Provider.class, providers::load, providers::lock);
    }
}
