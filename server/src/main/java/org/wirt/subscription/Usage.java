package org.wirt.subscription;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.wirt.plan.Catalogue;
import org.wirt.plan.LimitKey;
import org.wirt.plan.Limits;

/// How much of everything is in use, by the keys of the catalogue; a key that is absent is not in use. Sizes in bytes,
/// traffic since the first of the month. Source: the usage snapshot, and the counts of what exists.
public record Usage(Map<String, Long> values) {

    public static final Usage NONE = new Usage(Map.of());

    public Usage {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static Usage of(long disk, long traffic) {
        return new Usage(Map.of(Catalogue.DISK_SPACE, disk, Catalogue.TRAFFIC, traffic));
    }

    public long of(LimitKey key) {
        return values.getOrDefault(key.name(), 0L);
    }

    public Usage plus(Usage other) {
        var sum = new TreeMap<>(values);
        other.values.forEach((key, amount) -> sum.merge(key, amount, Limits::sum));
        return new Usage(sum);
    }

    static Usage sum(Collection<Usage> all) {
        return all.stream().reduce(NONE, Usage::plus);
    }
}
