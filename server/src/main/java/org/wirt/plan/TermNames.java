package org.wirt.plan;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirt.value.Manner;
import org.wirt.value.Refusal;

/// Which limits and permissions can be said of something. Other panels know more of them, which their dialects keep;
/// whoever speaks the house's own language has misspelt one.
public final class TermNames {

    private TermNames() {}

    /// @param held what is there already stays sayable
    public static Stream<Refusal> unknownLimits(Stream<String> said, Kind of, Limits held) {
        var known = Catalogue.limits().stream()
                .filter(key -> of.has(key.scope()))
                .map(LimitKey::name)
                .toList();
        return unknown(said, Set.copyOf(known), held.values().keySet())
                .map(name -> Refusal.invalid("limit." + name, "plan.limit-unknown", String.join(", ", known)));
    }

    /// @param held what is there already stays sayable
    public static Stream<Refusal> unknownPermissions(Stream<String> said, Kind of, Permissions held) {
        var known = Catalogue.permissions().stream()
                .filter(key -> of.has(key.scope()))
                .map(PermissionKey::name)
                .toList();
        return unknown(said, Set.copyOf(known), held.values().keySet())
                .map(name ->
                        Refusal.invalid("permission." + name, "plan.permission-unknown", String.join(", ", known)));
    }

    private static Stream<String> unknown(Stream<String> said, Set<String> known, Set<String> held) {
        if (!Manner.isHouse()) return Stream.empty();
        var others = said.filter(name -> !known.contains(name) && !held.contains(name))
                .collect(Collectors.toSet());
        return others.stream().sorted();
    }
}
