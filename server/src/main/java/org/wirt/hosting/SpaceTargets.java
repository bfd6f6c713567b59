package org.wirt.hosting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirt.operation.Targets;
import org.wirt.subscription.SubscriptionList;

/// The subscription in which something is created, for each kind of thing.
@Configuration(proxyBeanMethods = false)
class SpaceTargets {

    @Bean
    static Targets<Space> forSites(Spaces spaces) {
        return forThe("site", spaces);
    }

    @Bean
    static Targets<Space> forFtpLogins(Spaces spaces) {
        return forThe("ftp", spaces);
    }

    @Bean
    static Targets<Space> forMailboxes(Spaces spaces) {
        return forThe("mailbox", spaces);
    }

    @Bean
    static Targets<Space> forForwards(Spaces spaces) {
        return forThe("forward", spaces);
    }

    @Bean
    static Targets<Space> forDnsRecords(Spaces spaces) {
        return forThe("dns", spaces);
    }

    /// The subscription as a whole, as machines see it.
    @Bean
    static Targets<Space> subscriptionsOnNodes(Spaces spaces, SubscriptionList list) {
        return Targets.of("subscription", Space.class, spaces::load, spaces::lock, list::matching);
    }

    private static Targets<Space> forThe(String thing, Spaces spaces) {
        return Targets.of(thing, Space.class, spaces::load, spaces::lock);
    }
}
