package org.wirt.subscription;

import java.util.List;

/// A customer on the way to another provider: who has him now, and what he holds.
public record Mover(long provider, List<Holding> subscriptions) {

    public Mover {
        subscriptions = List.copyOf(subscriptions);
    }
}
