package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import org.wirt.plan.Limits;

/// Cuts what subscriptions hold until it fits: of each limit that is short, every one gets what it uses and an equal
/// share of the rest, and never more than it held.
final class CutToFit {

    private CutToFit() {}

    /// One for each, in the same order. What is in use may still be more than the room.
    static List<Holding> within(Limits room, List<Holding> subscriptions) {
        var shortages = Limits.united(Holding.limits(subscriptions)).shortagesIn(room);
        var open = new ArrayList<Holding>(subscriptions);
        for (var shortage : shortages)
            open.replaceAll(h -> with(h, shortage.key().name(), Limits.UNLIMITED));
        var shares = SharesOfUnlimited.within(room, open);
        var cut = new ArrayList<Holding>();
        for (int i = 0; i < subscriptions.size(); i++) {
            var holding = subscriptions.get(i);
            for (var shortage : shortages) {
                var key = shortage.key();
                long before = holding.allowance().limits().of(key);
                long share = shares.get(i).of(key);
                holding = with(holding, key.name(), before == Limits.UNLIMITED ? share : Math.min(before, share));
            }
            cut.add(holding);
        }
        return cut;
    }

    /// A sentence for each limit of each subscription that was cut.
    static List<Check> said(List<Holding> before, List<Holding> after) {
        var said = new ArrayList<Check>();
        for (int i = 0; i < after.size(); i++) {
            var then = after.get(i).allowance().limits();
            var now = before.get(i).allowance().limits();
            var name = after.get(i).name();
            then.finite().stream()
                    .filter(key -> then.of(key) != now.of(key))
                    .forEach(key -> said.add(Check.warning("way.cut", name, key, now.amount(key), then.amount(key))));
        }
        return said;
    }

    private static Holding with(Holding holding, String key, long value) {
        return holding.with(
                holding.allowance().with(holding.allowance().limits().with(key, value)));
    }
}
