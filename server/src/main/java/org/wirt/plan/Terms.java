package org.wirt.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a plan says: what it grants, for how long, and what happens above it.
///
/// @param validityDays empty: for ever
/// @param oversell may a reseller grant in sum more than he holds; never of a hosting plan
public record Terms(
        Limits limits,
        Permissions permissions,
        Apps apps,
        Optional<Integer> validityDays,
        Overuse overuse,
        boolean oversell) {

    /// As the audit log remembers it, value by value.
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        limits.values().forEach((key, value) -> facts.put("limit." + key, value));
        permissions.values().forEach((key, on) -> facts.put("permission." + key, on));
        facts.put(
                "apps",
                switch (apps) {
                    case Apps.All() -> "*";
                    case Apps.Named named -> String.join(", ", named.sorted());
                });
        facts.put("validity_days", validityDays.map(String::valueOf).orElse(""));
        facts.put("overuse", overuse.name());
        facts.put("oversell", oversell);
        return facts;
    }

    static List<Map<String, Object>> difference(Map<String, Object> before, Map<String, Object> after) {
        var old = new LinkedHashMap<>(before);
        var now = new LinkedHashMap<>(after);
        old.entrySet().removeIf(e -> e.getValue().equals(after.get(e.getKey())));
        now.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        return List.of(old, now);
    }
}
