package org.wirt.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wirt.account.Reasoned;
import org.wirt.plan.Allowance;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// A subscription as the rules must see it. Its allowance is what is granted now, whether a plan says so or its own
/// row.
///
/// @param accountId the customer, reseller or administrator it belongs to
/// @param own its own stored reasons
/// @param above those of its owner and of the reseller above
/// @param planId the plan it is bound to
/// @param addOns numbers of those that it follows beside its plan
/// @param ended its term has passed: EXPIRED, which is never stored
public record Subscription(
        long id,
        String name,
        long accountId,
        String account,
        long resellerId,
        Optional<Long> planId,
        List<Long> addOns,
        Sync sync,
        Allowance allowance,
        Usage used,
        Causes own,
        Causes above,
        boolean ended,
        int changed)
        implements Reasoned {

    /// How it stands to its plan.
    public enum Sync {
        SYNCED,
        LOCKED,
        UNSYNCED,
        CUSTOM
    }

    public Optional<Instant> expires() {
        return allowance.expiry();
    }

    /// The stored reasons, and that its term has passed.
    public Causes causes() {
        return ended ? own.with(Cause.EXPIRED) : own;
    }

    /// In the recycle bin, by itself or with somebody above it: for every verb but restoring it is not there.
    boolean isGone() {
        return own.has(Cause.REMOVED) || above.has(Cause.REMOVED);
    }

    public Holding holding() {
        return new Holding(name, allowance, used);
    }
}
