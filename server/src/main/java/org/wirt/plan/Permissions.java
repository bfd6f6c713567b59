package org.wirt.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.core.type.TypeReference;

/// What somebody may do himself, by the keys of the [Catalogue]; a key that is absent is off.
public record Permissions(Map<String, Boolean> values) {

    public static final Permissions NONE = new Permissions(Map.of());

    public Permissions {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Permissions of(String json) {
        return new Permissions(Json.read(json, new TypeReference<Map<String, Boolean>>() {}));
    }

    public String json() {
        return Json.write(values);
    }

    public boolean allow(String key) {
        return values.getOrDefault(key, false);
    }

    public Permissions with(String key, boolean on) {
        var more = new TreeMap<>(values);
        more.put(key, on);
        return new Permissions(more);
    }

    /// On if either says on.
    public Permissions or(Permissions other) {
        var both = new TreeMap<>(values);
        other.values.forEach((key, on) -> both.merge(key, on, Boolean::logicalOr));
        return new Permissions(both);
    }

    /// On if any says on.
    public static Permissions united(Collection<Permissions> all) {
        return all.stream().reduce(NONE, Permissions::or);
    }

    /// On only where somebody above allows it: his off forces off below him.
    public Permissions within(Predicate<String> above) {
        var left = new TreeMap<String, Boolean>();
        values.forEach((key, on) -> left.put(key, on && above.test(key)));
        return new Permissions(left);
    }

    /// What is on here and off above, in the catalogue's order and then by name.
    public List<PermissionKey> beyond(Predicate<String> above) {
        var order = Catalogue.permissions();
        return values.keySet().stream()
                .filter(key -> allow(key) && !above.test(key))
                .map(Catalogue::permission)
                // Unsigned, so that a key it does not know, at -1, comes last.
                .sorted((a, b) -> Integer.compareUnsigned(order.indexOf(a), order.indexOf(b)))
                .toList();
    }
}
