package org.wirt.engine.embedded;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What has gone through the servers of this process since it was last written down, by subscription.
public final class Meter {

    private final Map<Long, Long> traffic = new ConcurrentHashMap<>();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    /// @param bytes sent or received
    void transferred(long subscription, long bytes) {
        if (bytes > 0) traffic.merge(subscription, bytes, Long::sum);
    }

    /// Its files have changed, so that they are measured again.
    void changed(long subscription) {
        changed.add(subscription);
    }

    /// Bytes by subscription; from now on counted from nothing.
    Map<Long, Long> takeTraffic() {
        var taken = new HashMap<Long, Long>();
        for (var subscription : Set.copyOf(traffic.keySet())) {
            var bytes = traffic.remove(subscription);
            if (bytes != null) taken.put(subscription, bytes);
        }
        return taken;
    }

    Set<Long> takeChanged() {
        var taken = new HashSet<Long>();
        for (var subscription : Set.copyOf(changed)) {
            if (changed.remove(subscription)) taken.add(subscription);
        }
        return taken;
    }

    /// What could not be written down is not lost.
    void putBack(Map<Long, Long> bytes, Set<Long> subscriptions) {
        bytes.forEach(this::transferred);
        changed.addAll(subscriptions);
    }
}
