package org.wirt.subscription;

import java.time.Instant;
import java.util.Optional;
import org.wirt.access.Level;
import org.wirt.value.Causes;

/// A subscription in a list, and the head of its page.
///
/// @param owner the subscriber
/// @param provider of the subscriber
/// @param plan absent for Custom
/// @param own its stored reasons, and that its term has passed
/// @param above those of its owner and of the reseller above
public record ListedSubscription(
        long id,
        String name,
        Who owner,
        Level ownerKind,
        Who provider,
        Optional<String> plan,
        Subscription.Sync sync,
        Instant created,
        Optional<Instant> expires,
        Causes own,
        Causes above) {

    /// An account by number and name.
    public record Who(long id, String name) {}
}
