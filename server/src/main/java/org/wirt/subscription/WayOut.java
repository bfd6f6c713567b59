package org.wirt.subscription;

import java.util.List;

/// What to do where there is not enough room for a customer.
public enum WayOut {
    /// The reseller gets as much more as is missing, and is locked against his plan.
    RAISE,
    /// The subscriptions are cut until they fit, none below what it uses.
    CUT;

    /// @param cuttingHelps nothing is short but what the subscriptions are granted
    static List<WayOut> where(boolean tooSmall, boolean cuttingHelps) {
        if (!tooSmall) return List.of();
        return cuttingHelps ? List.of(RAISE, CUT) : List.of(RAISE);
    }
}
