package org.wirt.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/// How many rows a list has, counted no further than lists count. A list with more than that is not counted again for
/// a while: what is shown of it is "more than", and reading ten thousand index entries costs more than the page.
@Component
public class Counting {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MANY = 1_000;
    private static final Set<String> SHAPE =
            Set.of("after", "before", "size", "sort", "dir", "columns", "filter", "job");

    private record Asked(Object scope, String list, Map<String, List<String>> narrowed) {}

    private final Clock clock;
    private final ConcurrentHashMap<Asked, Instant> large = new ConcurrentHashMap<>();

    Counting(Clock clock) {
        this.clock = clock;
    }

    /// @param scope who asks: everybody sees a different list
    /// @param counted counts up to one more than [Page.Count#MOST]
    public Page.Count of(Object scope, String list, Map<String, List<String>> parameters, IntSupplier counted) {
        var narrowed = new HashMap<>(parameters);
        narrowed.keySet().removeAll(SHAPE);
        var asked = new Asked(scope, list, narrowed);
        var until = large.get(asked);
        if (until != null && clock.instant().isBefore(until)) return Page.Count.of(Page.Count.MOST + 1);
        var count = Page.Count.of(counted.getAsInt());
        if (large.size() > MANY) large.clear();
        if (count.more()) large.put(asked, clock.instant().plus(KEPT));
        else large.remove(asked);
        return count;
    }
}
