package org.wirt.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.wirt.access.Level;
import org.wirt.plan.Allowance;
import org.wirt.value.Causes;

/// All that is said of a subscription to a machine.
///
/// @param guid stays for life
/// @param providerGuid absent: out of the reader's sight
/// @param plan the one it is bound to
/// @param addOns those it follows beside it
/// @param allowance what holds: no right that the reseller above does not hold
/// @param own its stored reasons, and that its term has passed
/// @param node which machine serves it
/// @param diskUsed bytes
/// @param trafficUsed bytes, this month
/// @param systemUser whose files they are and who signs in for FTP
public record SubscriptionDetails(
        long id,
        UUID guid,
        String name,
        Owner owner,
        Optional<UUID> providerGuid,
        Optional<BoundPlan> plan,
        List<BoundPlan> addOns,
        Subscription.Sync sync,
        Allowance allowance,
        Causes own,
        Causes above,
        Instant created,
        long node,
        String home,
        long diskUsed,
        long trafficUsed,
        String systemUser,
        Figures figures) {

    public record Owner(long id, String username, Level kind) {}

    /// @param answers      mailboxes that answer by themselves
    /// @param mailboxSizes bytes that those with a bound may grow to
    public record Figures(long sites, long mailboxes, long answers, long forwards, long ftpLogins, long mailboxSizes) {}

    public boolean isLocked() {
        return sync == Subscription.Sync.LOCKED;
    }
}
