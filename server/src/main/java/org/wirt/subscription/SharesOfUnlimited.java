package org.wirt.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wirt.plan.Combining;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;

/// What *unlimited* becomes where the room is finite: what the subscription uses, and an equal share of what is left
/// after the fixed amounts and all use. What cannot be halved goes to the first, so that nothing of the room is lost.
final class SharesOfUnlimited {

    private SharesOfUnlimited() {}

    /// The limits of each subscription, in the same order. They may still be more than the room, because fixed amounts
    /// stay and nobody gets less than he uses.
    static List<Limits> within(Limits room, List<Holding> subscriptions) {
        var all = new ArrayList<>(Holding.limits(subscriptions));
        for (var key : room.finite()) {
            var unlimited = new ArrayList<Integer>();
            for (int i = 0; i < all.size(); i++) if (all.get(i).isUnlimited(key)) unlimited.add(i);
            if (key.combining() == Combining.SUM) share(key, room, subscriptions, unlimited, all);
            if (key.combining() == Combining.MAX)
                unlimited.forEach(i -> all.set(i, all.get(i).with(key.name(), room.of(key))));
        }
        return Collections.unmodifiableList(all);
    }

    private static void share(
            LimitKey key, Limits room, List<Holding> subscriptions, List<Integer> unlimited, List<Limits> all) {
        if (unlimited.isEmpty()) return;
        long fixed = all.stream()
                .filter(limits -> !limits.isUnlimited(key))
                .mapToLong(limits -> limits.of(key))
                .reduce(0, Limits::sum);
        long used = unlimited.stream()
                .mapToLong(i -> subscriptions.get(i).used().of(key))
                .reduce(0, Limits::sum);
        long rest = Math.max(0, room.of(key) - Limits.sum(fixed, used));
        long odd = rest % unlimited.size();
        for (int i : unlimited) {
            long share = rest / unlimited.size() + (odd-- > 0 ? 1 : 0);
            all.set(
                    i,
                    all.get(i)
                            .with(
                                    key.name(),
                                    Limits.sum(subscriptions.get(i).used().of(key), share)));
        }
    }
}
