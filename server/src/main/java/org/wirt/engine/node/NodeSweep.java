package org.wirt.engine.node;

import java.io.IOException;
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
/// state, never from an event, so that it can be repeated at any time.
final class NodeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSweep.class);
    /// So long a process may take to say goodbye.
    private static final Duration GRACE = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int PATIENCE_SECONDS = 5;
    /// So long a request may be on its way from the web server to a script.
    private static final Duration IN_BETWEEN = Duration.ofMillis(300);

    private final AgentDatabase database;
    private final List<Guests> servers;
    private final PhpPools pools;
    private final Map<ProcessHandle, Leaving> asked = new HashMap<>();
    /// By Unix number.
    private final Map<Integer, House> dark = new HashMap<>();

    /// Somebody who was asked to go.
    private record Leaving(Guests server, Guest guest, Instant since) {}

    NodeSweep(AgentDatabase database, List<Guests> servers, PhpPools pools) {
        this.database = database;
        this.pools = pools;
        this.servers = List.copyOf(servers);
    }

    /// What a look has found.
    enum Found {
        /// Nobody who may not be there.
        NOBODY,
        SOMEBODY,
        /// It could not look everywhere.
        FAULT
    }

    /// What goes wrong with one server must not keep the others' visitors inside.
    Found run() {
        var known = new HashSet<ProcessHandle>();
        var found = attempt(this::letGo);
        for (var server : servers) found = worse(found, attempt(() -> sweep(server, known)));
        return worse(found, attempt(() -> endScripts(known)));
    }

    private static Found worse(Found one, Found other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Found attempt(Step step) {
        try {
            return step.run() ? Found.NOBODY : Found.SOMEBODY;
        } catch (IOException | RuntimeException e) {
            LOG.warn("A look at who is inside fails and is repeated: {}", e.toString());
            return Found.FAULT;
        }
    }

    private interface Step {
        boolean run() throws IOException;
    }

    /// What the kernel still holds for a process that has ended would reach a slow client for minutes: such connections
    /// are broken.
    private boolean letGo() throws IOException {
        for (var leaving : List.copyOf(asked.values())) {
            if (leaving.guest().process().isAlive()) continue;
            asked.remove(leaving.guest().process());
            var from = leaving.guest().from();
            if (from.isEmpty()) continue;
            var words = new ArrayList<>(List.of("ss", "-K", "-H", "-t", "state", "fin-wait-1", "dst"));
            words.addAll(List.of(
                    from.contains(":") ? "[" + from + "]" : from,
                    "and",
                    "(",
                    leaving.server().doors(),
                    ")"));
            new Command(words).within(PATIENCE_SECONDS).run();
        }
        return true;
    }

    private boolean sweep(Guests server, Set<ProcessHandle> known) throws IOException {
        var inside = server.inside();
        inside.forEach(guest -> known.add(guest.process()));
        var named = inside.stream().filter(guest -> !guest.who().isEmpty()).toList();
        if (named.isEmpty()) return true;
        var outdated = database.outdated(server.kind(), named);
        if (outdated.isEmpty()) return true;
        var leaving = new ArrayList<Guest>();
        for (var place : outdated) leaving.add(named.get(place));
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
        var owners = running.isEmpty() ? Map.<Integer, Long>of() : database.dark(running.keySet());
        dark.keySet().retainAll(owners.keySet());
        boolean clean = true;
        for (var owner : owners.entrySet()) {
            var house = dark.computeIfAbsent(owner.getKey(), _ -> new House());
            clean &= house.empty(owner, running.getOrDefault(owner.getKey(), List.of()), known);
        }
        return clean;
    }

    /// The processes of one subscription that is not live.
    private final class House {

        private final Instant since = Instant.now();
        /// Those that were there when no request waited for PHP any more. Whoever is started later has nothing to do.
        private final Set<ProcessHandle> last = new HashSet<>();
        private boolean drained;

        private boolean empty(Map.Entry<Integer, Long> owner, List<ProcessHandle> all, Set<ProcessHandle> known)
                throws IOException {
            var theirs = all.stream()
                    .filter(process -> !known.contains(process) && !Processes.isAgents(process))
                    .toList();
            boolean late = since.plus(IN_BETWEEN).isBefore(Instant.now());
            if (!drained && late && pools.waiting(owner.getValue()) == 0) {
                drained = true;
                last.addAll(theirs);
            }
            var busy = theirs.stream().filter(process -> !isIdle(process)).toList();
            if (busy.isEmpty()) return drained || theirs.isEmpty();
            // Sessions have had their time to say goodbye; what starts itself anew is caught all at once.
            if (since.plus(PATIENCE).isBefore(Instant.now())) Processes.endAll(owner.getKey());
            for (var process : busy) {
                if (!late && Processes.isSession(process)) continue;
                process.destroyForcibly();
                LOG.info("A process of the Unix number {} was ended", owner.getKey());
            }
            return false;
        }

        /// PHP's master starts a process for each that was ended; without a request it goes by itself.
        private boolean isIdle(ProcessHandle process) {
            return drained && !last.contains(process) && Processes.isStartedByPhp(process);
        }
    }
}
