package org.wirt.hosting;

import java.time.Instant;
import java.util.Optional;
import org.wirt.operation.Operand;
import org.wirt.plan.Limits;
import org.wirt.plan.Overuse;
import org.wirt.plan.Permissions;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// A subscription as the place where sites, FTP logins and mailboxes live: what it may hold and what it holds.
///
/// @param node where it is placed
/// @param home where its files lie there
/// @param permissions what its contract lets its owner do himself, and never more than the reseller above holds
/// @param own its stored reasons
/// @param above those of its owner and of the reseller above
public record Space(
        long id,
        String name,
        long accountId,
        long resellerId,
        long node,
        String home,
        Limits limits,
        Permissions permissions,
        Overuse overuse,
        Causes own,
        Causes above,
        Optional<Instant> expires,
        boolean ended,
        Used used)
        implements Operand {

    /// @param ftpLogins additional ones, without the system user
    /// @param mailboxBytes the sum of what mailboxes may grow to, of those with a bound
    /// @param at when disk and traffic were counted
    public record Used(
            long sites,
            long ftpLogins,
            long mailboxes,
            long mailboxBytes,
            long disk,
            long traffic,
            Optional<Instant> at) {}

    @Override
    public Optional<Long> subscription() {
        return Optional.of(id);
    }

    /// The stored reasons, and that its term has passed.
    public Causes causes() {
        return ended ? own.with(Cause.EXPIRED) : own;
    }

    public boolean isActive() {
        return causes().isActive() && above.isActive();
    }
}
