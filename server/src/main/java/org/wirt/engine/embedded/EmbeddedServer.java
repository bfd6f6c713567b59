package org.wirt.engine.embedded;

import org.springframework.context.SmartLifecycle;

/// A server inside the panel's process, listening from the start of the panel to its end.
public interface EmbeddedServer extends SmartLifecycle {

    EngineSettings settings();

    /// Not where a node's own servers give the services.
    @Override
    default boolean isAutoStartup() {
        return settings().on();
    }

    /// The port it listens on; what was asked for, or the free one that was found for 0.
    int port();
}
