package org.wirt.engine.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.wirt.database.Command;

/// One process of the node that is kept running, said once for both who may keep it: systemd where that runs, the
/// node's own keeper elsewhere. It runs in the foreground, at the head of a session of its own.
///
/// @param home        of the node
/// @param name        among the node's units
/// @param daemon      how it is found
/// @param words       program and arguments
/// @param environment beside the one it inherits
/// @param signal      that ends it
/// @param notifies    whether it tells systemd when it is ready (sd_notify(3))
record Unit(
        Path home,
        String name,
        Daemon daemon,
        List<String> words,
        Map<String, String> environment,
        String signal,
        boolean notifies) {

    private static final int LOOKS = 400;
    private static final int ENDING = 1200;
    private static final long A_MOMENT = 50_000_000;

    static Unit of(Path home, String name, Daemon daemon, List<String> words) {
        return new Unit(home, name, daemon, words, Map.of(), "TERM", false);
    }

    Unit notifying() {
        return new Unit(home, name, daemon, words, environment, signal, true);
    }

    Unit endedBy(String other) {
        return new Unit(home, name, daemon, words, environment, other, notifies);
    }

    Unit with(Map<String, String> variables) {
        return new Unit(home, name, daemon, words, Map.copyOf(variables), signal, notifies);
    }

    Unit in(NodeSettings node) {
        var variables = new HashMap<String, String>();
        node.intoEnvironment(variables);
        return with(variables);
    }

    boolean isRunning() {
        return daemon.isRunning();
    }

    void start() throws IOException {
        start(this::isRunning);
    }

    /// Returns when it is ready. By one at a time: agent and keeper may both miss a process that has ended.
    ///
    /// @param ready whether it does its work
    /// @throws IOException with what it said, when it does not start
    void start(BooleanSupplier ready) throws IOException {
        Files.createDirectories(folder());
        try (var lock = FileChannel.open(
                folder().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var _ = lock.lock();
            if (isRunning()) return;
            Daemon.putAside(log());
            long said = Files.exists(log()) ? Files.size(log()) : 0;
            var process = Optional.<Process>empty();
            if (Systemd.runs()) Systemd.start(this);
            else if (!isBeginning()) process = Optional.of(launch());
            for (int i = 0; i < LOOKS && !ready.getAsBoolean(); i++) {
                if (process.isPresent() && !process.orElseThrow().isAlive()) break;
                LockSupport.parkNanos(A_MOMENT);
            }
            if (!ready.getAsBoolean())
                throw new IOException(daemon.name() + " does not start: " + said(log(), said) + " (" + log() + ")");
        }
    }

    private Process launch() throws IOException {
        endRest();
        var all = new ArrayList<>(List.of("setsid"));
        all.addAll(words);
        var builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .directory(home.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var leader = ProcessSession.of(process.pid());
        if (leader.isPresent()) Files.writeString(record(), leader.orElseThrow().text());
        return process;
    }

    private static String said(Path log, long from) throws IOException {
        if (Files.notExists(log)) return "";
        var all = Files.readAllBytes(log);
        return new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8).strip();
    }

    /// Whether it lives and has not written down its number yet.
    private boolean isBeginning() throws IOException {
        return session().filter(ProcessSession::isLed).isPresent();
    }

    /// What a killed server has left behind still holds its ports and still serves: it is ended.
    void endRest() throws IOException {
        if (!isBeginning()) end();
    }

    private void end() throws IOException {
        var session = session();
        if (session.isPresent()) session.orElseThrow().end();
        Files.deleteIfExists(record());
    }

    private Optional<ProcessSession> session() throws IOException {
        return Files.exists(record()) ? ProcessSession.parse(Files.readString(record())) : Optional.empty();
    }

    /// Waits until it is gone, with all that it has started.
    void stop() throws IOException {
        if (Systemd.runs()) Systemd.stop(this);
        var process = daemon.process();
        if (process.isPresent()) {
            // It ends with an error where it has just ended.
            var _ = Command.of(
                            "kill",
                            "-" + signal,
                            Long.toString(process.orElseThrow().pid()))
                    .succeeds();
            for (int i = 0; i < ENDING && isRunning(); i++) LockSupport.parkNanos(A_MOMENT);
            if (isRunning()) throw new IOException(daemon.name() + " does not end: " + daemon.number());
        }
        end();
    }

    void erase() throws IOException {
        stop();
        if (Systemd.runs()) Systemd.erase(this);
        for (var suffix : List.of(".lock", ".log", ".log.1")) Files.deleteIfExists(folder().resolve(name + suffix));
    }

    /// What it says that it writes into no log of its own.
    Path log() {
        return folder().resolve(name + ".log");
    }

    /// Where it is written down which sessions the node has begun.
    private Path folder() {
        return home.resolve("units");
    }

    private Path record() {
        return folder().resolve(name);
    }
}
