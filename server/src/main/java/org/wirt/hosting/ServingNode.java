package org.wirt.hosting;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A node whose own servers give the services, in place of those of the panel's process.
///
/// @param homes   the folder of its subscriptions' homes, which its agent makes
/// @param address where its servers are reached
/// @param heard   when its agent was last heard of
public record ServingNode(Path homes, String address, ServicePorts ports, Instant heard) {

    /// Its agent says something every half minute.
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /// Whether what is decided now may not reach it at once.
    public boolean isSilent(Instant now) {
        return heard.plus(SILENCE).isBefore(now);
    }
}
