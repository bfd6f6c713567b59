package org.wirt.engine.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.wirt.database.StartRefused;

/// One of Debian's servers as it runs on a node: settings of Wirt's own, in which no customer stands.
interface NodeServer {

    int LOOKS = 20;
    long A_MOMENT = 100_000_000;

    /// As the node's commands call it.
    String name();

    /// Debian's packages it needs.
    List<String> packages();

    /// Where it listens; none: it is reached by its socket alone, or not at all.
    default List<Port> ports() {
        return List.of();
    }

    /// Why it cannot start: a port that somebody else has.
    default Optional<String> hindrance() {
        if (isRunning()) return Optional.empty();
        return ports().stream().flatMap(port -> port.taken().stream()).findFirst();
    }

    /// Waits a little: the processes of a server that was just stopped let go of its ports after it.
    ///
    /// @throws StartRefused when something else has a port
    default void requirePorts() {
        for (int i = 0; i < LOOKS && hindrance().isPresent(); i++) LockSupport.parkNanos(A_MOMENT);
        hindrance().ifPresent(why -> {
            throw new StartRefused(why);
        });
    }

    boolean isRunning();

    /// Writes its settings. A running one whose settings are others is stopped, to start with these.
    void install() throws IOException;

    void start() throws IOException;

    void stop() throws IOException;

    /// Stops it and takes its settings away; what customers have there stays.
    void erase() throws IOException;

    /// Where it answers, for the status.
    String where();
}
