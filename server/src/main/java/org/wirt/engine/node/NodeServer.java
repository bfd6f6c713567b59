package org.wirt.engine.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.wirt.database.StartRefused;

/// One of Debian's servers as it runs on a node: settings of Wirt's own, in which no customer stands.
interface NodeServer extends Kept {

    int LOOKS = 20;
    long A_MOMENT = 100_000_000;

    /// Debian's packages it needs.
    List<String> packages();

    /// Where it listens; none: it is reached by its socket alone, or not at all.
    default List<Port> ports() {
        return List.of();
    }

    /// How many it lets in at once.
    default List<Crowd> crowds() {
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

    /// The processes it consists of.
    List<Unit> units();

    @Override
    default boolean isRunning() {
        return units().stream().allMatch(Unit::isRunning);
    }

    /// Writes its settings. A running one whose settings are others is stopped, to start with these.
    void install() throws IOException;

    /// Makes the folders that do not outlive the machine's run.
    default void makeFolders() throws IOException {}

    @Override
    default void start() throws IOException {
        if (isRunning()) return;
        makeFolders();
        for (var unit : units()) unit.endRest();
        requirePorts();
        for (var unit : units()) unit.start(this::isReady);
    }

    /// Whether it does its work: it has written down its number and has its ports.
    default boolean isReady() {
        return isRunning() && ports().stream().allMatch(Port::isListened);
    }

    default void stop() throws IOException {
        for (var unit : units()) unit.stop();
    }

    /// Stops it and takes its settings away; what customers have there stays.
    default void erase() throws IOException {
        for (var unit : units()) unit.erase();
    }

    /// Where it answers, for the status.
    String where();
}
