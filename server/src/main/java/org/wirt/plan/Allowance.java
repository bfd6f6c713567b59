package org.wirt.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All that is granted to a subscription or a reseller.
///
/// @param expiry when it ends; empty: never
public record Allowance(Limits limits, Permissions permissions, Apps apps, Overuse overuse, Optional<Instant> expiry) {

    public Allowance with(Limits others) {
        return new Allowance(others, permissions, apps, overuse, expiry);
    }

    public Allowance with(Permissions others) {
        return new Allowance(limits, others, apps, overuse, expiry);
    }

    public Allowance with(Apps others) {
        return new Allowance(limits, permissions, others, overuse, expiry);
    }

    public Allowance with(Overuse other) {
        return new Allowance(limits, permissions, apps, other, expiry);
    }

    /// The same with another end; empty: never.
    public Allowance until(Optional<Instant> end) {
        return new Allowance(limits, permissions, apps, overuse, end);
    }

    /// This plan with an add-on: amounts are added, whatever one of them switches on is on; single choices are the
    /// plan's.
    public Allowance plus(Allowance addOn) {
        return new Allowance(
                limits.plus(addOn.limits), permissions.or(addOn.permissions), apps.or(addOn.apps), overuse, expiry);
    }

    /// What a customer holds once he is a reseller bound to no plan: the whole of what his subscriptions hold.
    /// Overselling is off, so all of it is granted already.
    public static Allowance united(List<Allowance> subscriptions) {
        return new Allowance(
                Limits.united(subscriptions.stream().map(Allowance::limits).toList())
                        .with(Catalogue.CUSTOMERS, Limits.UNLIMITED),
                Permissions.united(subscriptions.stream()
                                .map(Allowance::permissions)
                                .toList())
                        .with(Catalogue.PANEL_ACCESS, true)
                        .with(Catalogue.CREATE_CUSTOMERS, true)
                        .with(Catalogue.CREATE_SUBSCRIPTIONS, true)
                        .with(Catalogue.REMOTE_API, false)
                        .with(Catalogue.OVERSELL, false),
                Apps.united(subscriptions.stream().map(Allowance::apps).toList()),
                Overuse.strictest(subscriptions.stream().map(Allowance::overuse).toList()),
                latest(subscriptions.stream().map(Allowance::expiry).toList()));
    }

    private static Optional<Instant> latest(List<Optional<Instant>> ends) {
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
