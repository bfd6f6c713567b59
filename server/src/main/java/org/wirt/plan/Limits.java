package org.wirt.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wirt.value.InvalidValue;
import tools.jackson.core.type.TypeReference;

/// How much of everything is granted, by the keys of the [Catalogue]: -1 is unlimited, 0 is not provided, a key that is
/// absent is unlimited. Sizes in bytes.
public record Limits(Map<String, Long> values) {

    public static final long UNLIMITED = -1;

    /// Names no limit: everything is unlimited.
    public static final Limits NONE = new Limits(Map.of());

    public Limits {
        values.forEach((key, value) -> {
            if (value < UNLIMITED) throw new InvalidValue("limit-value", Catalogue.limit(key));
        });
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Limits of(String json) {
        return new Limits(Json.read(json, new TypeReference<Map<String, Long>>() {}));
    }

    public String json() {
        return Json.write(values);
    }

    public long of(LimitKey key) {
        return get(key.name());
    }

    public long get(String key) {
        return values.getOrDefault(key, UNLIMITED);
    }

    public Amount amount(LimitKey key) {
        return new Amount(key, of(key));
    }

    public boolean isUnlimited(LimitKey key) {
        return of(key) == UNLIMITED;
    }

    public Limits with(String key, long value) {
        var more = new TreeMap<>(values);
        more.put(key, value);
        return new Limits(more);
    }

    /// The limits that have a number, in the catalogue's order and then by name.
    public List<LimitKey> finite() {
        return Stream.concat(
                        Catalogue.limits().stream(),
                        values.keySet().stream()
                                .filter(key -> !Catalogue.knowsLimit(key))
                                .map(Catalogue::limit))
                .filter(key -> !isUnlimited(key))
                .toList();
    }

    /// These with an add-on: what the add-on does not name it does not change.
    public Limits plus(Limits addOn) {
        var more = new TreeMap<>(values);
        addOn.values.forEach((key, extra) -> {
            if (values.containsKey(key)) more.put(key, combined(Catalogue.limit(key), List.of(get(key), extra)));
        });
        return new Limits(more);
    }

    /// What a reseller holds who has all of these: added up or the largest, and unlimited as soon as one is unlimited.
    /// Of nothing he has nothing.
    public static Limits united(Collection<Limits> all) {
        var keys = all.stream().flatMap(one -> one.values.keySet().stream());
        var united = new TreeMap<String, Long>();
        Catalogue.ofResellers(keys)
                .filter(key -> key.combining() != Combining.NONE)
                .forEach(key -> united.put(
                        key.name(),
                        combined(key, all.stream().map(one -> one.of(key)).toList())));
        return new Limits(united);
    }

    /// What is left of these when so much is taken; never less than nothing, and of unlimited always unlimited.
    public Limits minus(Limits taken) {
        var left = new TreeMap<String, Long>();
        for (var key : finite()) {
            left.put(key.name(), taken.isUnlimited(key) ? 0 : Math.max(0, of(key) - taken.of(key)));
        }
        return new Limits(left);
    }

    /// Where these ask for more than the other offers, among what is added up or compared.
    public List<Shortage> shortagesIn(Limits offered) {
        return offered.finite().stream()
                .filter(key -> key.combining() != Combining.NONE)
                .filter(key -> isUnlimited(key) || of(key) > offered.of(key))
                .map(key -> new Shortage(amount(key), offered.amount(key)))
                .toList();
    }

    public boolean fitIn(Limits offered) {
        return shortagesIn(offered).isEmpty();
    }

    private static long combined(LimitKey key, Collection<Long> amounts) {
        if (amounts.contains(UNLIMITED)) return UNLIMITED;
        return switch (key.combining()) {
            case SUM -> amounts.stream().reduce(0L, Limits::sum);
            case MAX -> amounts.stream().reduce(0L, Math::max);
            case NONE -> amounts.iterator().next();
        };
    }

    /// More bytes than a number can hold are as many as it can hold.
    public static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
