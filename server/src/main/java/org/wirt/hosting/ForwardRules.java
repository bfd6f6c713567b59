package org.wirt.hosting;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.value.Refusal;

/// Where a forward may point to. Pure.
final class ForwardRules {

    private ForwardRules() {}

    /// Not to itself, and not in a circle over other forwards of the same customer, also not over mail for names that
    /// nobody has.
    ///
    /// @param own where each of his forwards points to, by its address; mailboxes point nowhere
    static Optional<Refusal> pointsWell(String address, List<String> targets, Map<String, List<String>> own) {
        if (targets.contains(address)) return Optional.of(Refusal.invalid("targets", "forward-to-itself", address));
        return circle(address, targets, own).map(way -> Refusal.invalid("targets", "forward-circle", way));
    }

    /// Another name of an address leads to this one alone, and both are of the same domain.
    static Optional<Refusal> isAlias(String address, List<String> targets, boolean keep) {
        boolean beside = targets.size() == 1 && domain(targets.getFirst()).equals(domain(address));
        return beside && !keep ? Optional.empty() : Optional.of(Refusal.invalid("targets", "alias-form"));
    }

    /// Mail for names that nobody has goes on and no more: there is no mailbox of such a name.
    static Optional<Refusal> nobodysIsNoMore(String local, boolean keep, boolean alias) {
        return local.equals(Forward.NOBODYS) && (keep || alias)
                ? Optional.of(Refusal.invalid(keep ? "keep" : "alias", "forward-nobody"))
                : Optional.empty();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static Optional<String> circle(String address, List<String> targets, Map<String, List<String>> own) {
        var ways = new HashMap<String, String>();
        var next = new ArrayDeque<String>();
        for (var target : targets) {
            ways.put(target, address + " → " + target);
            next.add(target);
        }
        while (!next.isEmpty()) {
            var here = next.remove();
            for (var further : further(here, address, own)) {
                var way = ways.get(here) + " → " + further;
                if (further.equals(address)) return Optional.of(way);
                if (ways.putIfAbsent(further, way) == null) next.add(further);
            }
        }
        return Optional.empty();
    }

    /// What nobody has is caught, where something catches it.
    private static List<String> further(String here, String address, Map<String, List<String>> own) {
        var known = own.get(here);
        if (known != null) return known;
        var nobodys = Forward.NOBODYS + "@" + domain(here);
        return nobodys.equals(address) ? List.of(address) : own.getOrDefault(nobodys, List.of());
    }
}
