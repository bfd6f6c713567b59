package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirt.plan.Amount;
import org.wirt.plan.Apps;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Combining;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;
import org.wirt.plan.Permissions;
import org.wirt.plan.Shortage;
import org.wirt.value.Refusal;

/// The room a provider has for more: what he holds, and what of it is granted and used below him, his own subscriptions
/// included. The administrator has room for everything.
///
/// @param account   his account id; 1 is the administrator
/// @param active    neither he nor anything above him has a cause
/// @param granted   the sum of the allotments below, for every key he holds; -1 where one of them is unlimited
/// @param oversell  allotments are free, only usage counts
/// @param customers how many he has
public record ResellerRoom(
        long account,
        boolean active,
        Limits limits,
        Limits granted,
        Usage used,
        boolean oversell,
        long customers,
        Permissions permissions,
        Apps apps) {

    private static final long ADMINISTRATOR = 1;

    public static ResellerRoom administrator() {
        return new ResellerRoom(
                ADMINISTRATOR, true, Limits.NONE, Limits.NONE, Usage.NONE, true, 0, Permissions.NONE, Apps.all());
    }

    public boolean allows(String permission) {
        return account == ADMINISTRATOR || permissions.allow(permission);
    }

    /// Whether a right can be on below him: his off forces off there. Who comes into the panel does not hang on him,
    /// and what the catalogue does not know has no effect.
    public boolean grants(String permission) {
        return allows(permission)
                || permission.equals(Catalogue.PANEL_ACCESS)
                || !Catalogue.knowsPermission(permission);
    }

    /// What may still be granted while overselling is off; of a single item's size as much as he holds.
    public Limits free() {
        var free = new TreeMap<String, Long>();
        var left = limits.minus(granted);
        for (var key : limits.finite()) {
            if (key.combining() == Combining.SUM) free.put(key.name(), left.of(key));
            if (key.combining() == Combining.MAX) free.put(key.name(), limits.of(key));
        }
        return new Limits(free);
    }

    /// Why one more customer is refused. Empty: there is room.
    public Optional<Refusal> refusalOfCustomer() {
        long most = limits.get(Catalogue.CUSTOMERS);
        return most != Limits.UNLIMITED && customers >= most
                ? Optional.of(Refusal.limit("reseller.customer-limit", customers, most))
                : Optional.empty();
    }

    /// Why a new subscription with these limits is refused. Empty: there is room.
    public List<Refusal> refusalsOf(Limits wanted) {
        var refusals = new ArrayList<Refusal>();
        if (oversell) return refusals;
        for (var shortage : wanted.shortagesIn(free())) {
            refusals.add(
                    shortage.needed().value() == Limits.UNLIMITED
                            ? Refusal.limit("reseller.unlimited", shortage.key(), shortage.offered())
                            : Refusal.limit(
                                    "reseller.above-limit", shortage.key(), shortage.needed(), shortage.offered()));
        }
        return refusals;
    }

    /// Why a subscription is not given these rights. Empty: they can be on below him.
    List<Refusal> refusalsOf(Map<String, Boolean> wanted) {
        return new Permissions(wanted)
                .beyond(this::grants).stream()
                        .map(key -> Refusal.invalid("permission." + key.name(), "reseller.permission-not-held", key))
                        .toList();
    }

    /// Several subscriptions, not counted in this room, that shall hold something else from now on: why each is
    /// refused. Those who come first take what there is; whoever has not had his turn, or is refused, keeps what he
    /// holds.
    ///
    /// @param wanted by each of them
    List<Optional<Refusal>> refusalsInTurn(List<Limits> held, List<Limits> wanted) {
        var waiting = new ArrayList<Limits>(held);
        for (int i = held.size() - 2; i >= 0; i--) waiting.set(i, both(held.get(i), waiting.get(i + 1)));
        var refusals = new ArrayList<Optional<Refusal>>();
        var taken = granted;
        for (int i = 0; i < held.size(); i++) {
            var before = i + 1 < held.size() ? both(taken, waiting.get(i + 1)) : taken;
            var refusal = granting(before).refusalsOf(wanted.get(i)).stream().findFirst();
            refusals.add(refusal);
            taken = both(taken, refusal.isPresent() ? held.get(i) : wanted.get(i));
        }
        return refusals;
    }

    private static Limits both(Limits one, Limits other) {
        return Limits.united(List.of(one, other));
    }

    /// The room there would be if he held this.
    ResellerRoom holding(Limits other) {
        return new ResellerRoom(account, active, other, granted, used, oversell, customers, permissions, apps);
    }

    private ResellerRoom granting(Limits other) {
        return new ResellerRoom(account, active, limits, other, used, oversell, customers, permissions, apps);
    }

    /// Where so much more use would pass his limits, everything below him counted.
    List<Shortage> shortagesOfUse(Usage more) {
        return shortagesOfUse(limits, used.plus(more));
    }

    static List<Shortage> shortagesOfUse(Limits limits, Usage all) {
        return limits.finite().stream()
                .filter(key -> key.combining() == Combining.SUM && all.of(key) > limits.of(key))
                .map(key -> new Shortage(amount(key, all), limits.amount(key)))
                .toList();
    }

    private static Amount amount(LimitKey key, Usage used) {
        return new Amount(key, used.of(key));
    }
}
