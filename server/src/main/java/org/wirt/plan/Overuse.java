package org.wirt.plan;

import java.util.Collection;
import java.util.Comparator;

/// What happens when more is used than granted; the strictest stands first.
public enum Overuse {
    /// Above disk space or traffic the subscription is suspended; one item too many is refused.
    NOT_ALLOWED,
    /// Above disk space or traffic it keeps running; one item too many is refused.
    DISK_AND_TRAFFIC,
    ALLOWED;

    public boolean suspends() {
        return this == NOT_ALLOWED;
    }

    public boolean refusesOneTooMany() {
        return this != ALLOWED;
    }

    /// Of none it is not allowed.
    public static Overuse strictest(Collection<Overuse> all) {
        return all.stream().min(Comparator.naturalOrder()).orElse(NOT_ALLOWED);
    }
}
