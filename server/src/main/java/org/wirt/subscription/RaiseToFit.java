package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;
import org.wirt.plan.Shortage;

/// Raises what a reseller holds by what is missing, and nothing else.
///
/// @param raised a sentence for each limit that was raised
record RaiseToFit(Limits limits, List<Check> raised) {

    RaiseToFit {
        raised = List.copyOf(raised);
    }

    static RaiseToFit by(List<Shortage> shortages, Limits held) {
        var raised = new RaiseToFit(held, List.of());
        for (var shortage : shortages) raised = raised.to(shortage.key(), more(held.of(shortage.key()), shortage));
        return raised;
    }

    private static long more(long held, Shortage shortage) {
        long needed = shortage.needed().value();
        return needed == Limits.UNLIMITED
                ? Limits.UNLIMITED
                : Limits.sum(held, needed - shortage.offered().value());
    }

    RaiseToFit to(LimitKey key, long value) {
        var higher = limits.with(key.name(), value);
        var more = new ArrayList<Check>(raised);
        more.add(Check.warning("way.raised", key, limits.amount(key), higher.amount(key)));
        return new RaiseToFit(higher, more);
    }

    /// What was raised, and that he is locked against his plan from now on.
    List<Check> said() {
        var all = new ArrayList<Check>(raised);
        if (!all.isEmpty()) all.add(Check.warning("way.locked"));
        return all;
    }
}
