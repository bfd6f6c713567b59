package org.wirt.plan;

/// Who holds a limit or permission: a subscription and its hosting plan, a reseller and his plan, or both.
public enum Scope {
    SUBSCRIPTION,
    RESELLER,
    BOTH;

    public boolean reachesSubscriptions() {
        return this != RESELLER;
    }

    public boolean reachesResellers() {
        return this != SUBSCRIPTION;
    }
}
