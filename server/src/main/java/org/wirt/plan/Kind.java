package org.wirt.plan;

/// What a plan is for.
public enum Kind {
    /// Subscriptions.
    HOSTING,
    /// Resellers; only the administrator has such plans.
    RESELLER;

    public boolean has(Scope scope) {
        return this == HOSTING ? scope.reachesSubscriptions() : scope.reachesResellers();
    }
}
