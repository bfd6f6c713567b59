package org.wirt.subscription;

/// What to do where there is not enough room for a customer.
public enum WayOut {
    /// The reseller gets as much more as is missing, and is locked against his plan.
    RAISE,
    /// The subscriptions are cut until they fit, none below what it uses.
    CUT
}
