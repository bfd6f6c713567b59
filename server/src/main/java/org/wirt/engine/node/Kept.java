package org.wirt.engine.node;

import java.io.IOException;

/// What a node should run as long as it is not stopped.
interface Kept {

    /// As the node's commands call it.
    String name();

    boolean isRunning();

    /// Nothing where it runs already.
    void start() throws IOException;
}
