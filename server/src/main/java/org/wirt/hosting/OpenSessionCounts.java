package org.wirt.hosting;

import java.util.Set;

/// How many sessions and transfers are open at this moment, for whoever is about to end them.
public interface OpenSessionCounts {

    /// Panel sessions of these accounts, and everything that is open in these subscriptions.
    int of(Set<Long> accounts, Set<Long> subscriptions);
}
