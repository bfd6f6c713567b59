package org.wirt.subscription;

import java.util.Collection;
import java.util.Map;
import org.wirt.value.DomainName;
import org.wirt.value.SystemUserName;

/// What the room above does when a subscription is made: its home, its main site, its system user. Runs in the
/// transaction that made the subscription; a fault takes the subscription back.
public interface SubscriptionStep {

    /// A subscription whose row is just written; its main site takes its number and GUID.
    record Made(long id, long customer, long reseller, String home, DomainName domain, SystemUserName systemUser) {}

    /// Where the files of this number among the Unix users will lie.
    String homeFor(int unixUid);

    /// Held by another object, on this server and in any realm. Names of what this provider has removed are free for
    /// him.
    boolean isTaken(DomainName domain, long providerId);

    boolean isTaken(SystemUserName name, long providerId);

    /// A name of each of these subscriptions that another object of the same provider has taken over since it was
    /// removed; those that have all of theirs, or can have them back, are absent.
    Map<Long, String> namesGiven(Collection<Long> subscriptions);

    /// Takes back names that were given away and are free again.
    void takeNamesBack(Collection<Long> subscriptions);

    /// Deletes the files of a subscription that is about to be erased.
    void erased(long subscription);

    /// @param password of the system user, in clear: how the servers keep it is their own affair
    void made(Made subscription, String password, long providerId);
}
