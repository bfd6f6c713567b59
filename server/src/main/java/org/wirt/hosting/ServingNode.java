package org.wirt.hosting;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A node whose own servers give the services, in place of those of the panel's process.
///
/// @param id      its number
/// @param homes   the folder of its subscriptions' homes, which its agent makes
/// @param address where its servers are reached
/// @param heard   when its agent was last heard of
/// @param accepts whether new subscriptions are placed on it
/// @param room    bytes that are free for homes, as far as it has told
public record ServingNode(
        long id,
        String name,
        Path homes,
        String address,
        ServicePorts ports,
        Instant heard,
        boolean accepts,
        Optional<Long> room) {

    /// The number of the node that the panel's own machine is.
    public static final long LOCAL = 1;

    /// Its agent says something every half minute.
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /// Whether what is decided now may not reach it at once.
    public boolean isSilent(Instant now) {
        return isSilent(heard, now);
    }

    /// The same of one whose agent was last heard of then.
    public static boolean isSilent(Instant heard, Instant now) {
        return heard.plus(SILENCE).isBefore(now);
    }
}
