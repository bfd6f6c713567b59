package org.wirt.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.value.DomainName;
import org.wirt.value.Refusal;
import org.wirt.value.SystemUserName;

/// What the room above does when a subscription is made: its home, its main site, its system user. Runs in the
/// transaction that made the subscription; a fault takes the subscription back.
public interface SubscriptionStep {

    /// A subscription whose row is just written; its main site takes its number and GUID.
    record Made(long id, long customer, long reseller, Place place, DomainName domain, SystemUserName systemUser) {}

    /// @param node which machine serves it
    /// @param home where its files lie there
    record Place(long node, String home) {}

    /// Where the subscription of this number among the Unix users will lie.
    Place placeFor(int unixUid);

    /// Why the main domain of a new subscription cannot be called so. Names of what this provider has removed are free
    /// for him.
    Optional<Refusal> refusal(DomainName domain, long providerId);

    /// Held by another object, on this server and in any realm, and not by what this provider has removed.
    boolean isTaken(SystemUserName name, long providerId);

    /// What a name belongs to.
    enum Named {
        DOMAIN,
        LOGIN
    }

    /// A name that another object of the same provider has taken over since the subscription was removed.
    record Given(Named what, long id, long subscription, String name) {}

    /// Names that can be had back are not among them.
    List<Given> namesGiven(Collection<Long> subscriptions);

    /// Why something cannot be called so instead. Empty: it can.
    Optional<Refusal> refusal(Given given, String wanted);

    /// Takes back names that were given away and are free again, or the ones chosen instead.
    ///
    /// @param instead by what was given away
    void takeNamesBack(Collection<Long> subscriptions, Map<Given, String> instead);

    /// Deletes the files of a subscription that is about to be erased.
    void erased(long subscription);

    /// @param password of the system user, in clear: how the servers keep it is their own affair
    void made(Made subscription, String password, long providerId);
}
