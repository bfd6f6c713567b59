package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.database.Command;

/// One look at everybody who is connected to the node: whoever may not stay is ended and written down. Works from
/// state,
/// never from an event, so that it can be repeated at any time.
final class NodeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSweep.class);
    /// So long a process may take to say goodbye.
    private static final Duration GRACE = Duration.ofMillis(400);

    /// So long a request may be on its way from the web server to a script.
    private static final Duration IN_BETWEEN = Duration.ofMillis(300);

    private final AgentDatabase database;
    private final List<Guests> servers;
    private final Map<ProcessHandle, Leaving> asked = new HashMap<>();
    /// Unix numbers with processes that may not be, and since when they are seen.
    private final Map<Integer, Instant> darkSince = new HashMap<>();
    private final Set<ProcessHandle> idle = new HashSet<>();

    /// Somebody who was asked to go.
    private record Leaving(Guests server, Guest guest, Instant since) {}

    NodeSweep(AgentDatabase database, List<Guests> servers) {
        this.database = database;
        this.servers = List.copyOf(servers);
    }

    /// @return whether nobody was there any more who may not be
    boolean run() {
        try {
            letGo();
            var known = new HashSet<ProcessHandle>();
            boolean clean = true;
            for (var server : servers) clean &= sweep(server, known);
            clean &= endScripts(known);
            return clean;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the kernel still holds for a process that has ended would reach a slow client for minutes: such connections
    /// are broken.
    private void letGo() throws IOException {
        for (var leaving : List.copyOf(asked.values())) {
            if (leaving.guest().process().isAlive()) continue;
            asked.remove(leaving.guest().process());
            var words = new ArrayList<>(List.of("ss", "-K", "-H", "-t", "state", "fin-wait-1", "dst"));
            words.addAll(
                    List.of(leaving.guest().from(), "and", "(", leaving.server().doors(), ")"));
            new Command(words).run();
        }
    }

    private boolean sweep(Guests server, Set<ProcessHandle> known) throws IOException {
        var inside = server.inside();
        if (inside.isEmpty()) return true;
        inside.forEach(guest -> known.add(guest.process()));
        var outdated = database.outdated(server.kind(), inside);
        if (outdated.isEmpty()) return true;
        var leaving = new ArrayList<Guest>();
        for (var place : outdated) leaving.add(inside.get(place));
        var fresh = leaving.stream()
                .filter(guest -> !asked.containsKey(guest.process()))
                .toList();
        // Written down first: whoever writes the receipt finds a session open or counted, never neither.
        try {
            if (!fresh.isEmpty()) database.record(server.kind(), fresh);
        } finally {
            leaving.forEach(guest -> end(server, guest));
            if (!fresh.isEmpty()) LOG.info("{}: {} open sessions ended", server.kind(), fresh.size());
        }
        return false;
    }

    private void end(Guests server, Guest guest) {
        var process = guest.process();
        var before = asked.putIfAbsent(process, new Leaving(server, guest, Instant.now()));
        if (before == null) process.destroy();
        else if (before.since().plus(GRACE).isBefore(Instant.now())) process.destroyForcibly();
    }

    /// Scripts are not asked: they could answer no.
    private boolean endScripts(Set<ProcessHandle> known) throws IOException {
        var running = Processes.byUid();
        var dark = running.isEmpty() ? Set.<Integer>of() : database.dark(running.keySet());
        darkSince.keySet().retainAll(dark);
        idle.removeIf(process -> !process.isAlive());
        boolean clean = true;
        for (var uid : dark) {
            var late = darkSince.computeIfAbsent(uid, _ -> Instant.now()).plus(IN_BETWEEN);
            for (var process : running.getOrDefault(uid, List.of())) {
                if (known.contains(process) || isIdle(process, late)) continue;
                clean = false;
                if (isArriving(process, late)) continue;
                process.destroyForcibly();
                LOG.info("A process of the Unix number {} was ended", uid);
            }
        }
        return clean;
    }

    /// PHP starts a new process for each that was ended. One that comes when the web server has long asked nothing more
    /// of it has nothing to do, and goes by itself.
    private boolean isIdle(ProcessHandle process, Instant late) {
        if (idle.contains(process)) return true;
        if (Instant.now().isBefore(late) || !Processes.isStartedByPhp(process)) return false;
        return idle.add(process);
    }

    /// A session is a process before its server has a name for it: the next look ends it with a word of goodbye.
    private static boolean isArriving(ProcessHandle process, Instant late) {
        return Instant.now().isBefore(late) && Processes.isSession(process);
    }
}
