package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts again what has ended of a node, where no systemd does: looks each second, as long as the node is meant to
/// run.
///
/// It has all of root's rights, unlike the agent, which therefore cannot start it. A few words of shell stand above it
/// and start it again; it stands in for those when they are gone.
final class Keeper implements Kept {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /// It ends well only where the node is not meant to run any more.
    private static final String AGAIN = "until \"$@\"; do sleep 1; done";

    private final Intent intent;
    private final Path folder;
    /// Where its process writes, by what that does.
    private final Path logs;
    private final Unit unit;

    Keeper(NodeSettings node) {
        this.intent = node.intent();
        this.folder = node.home().resolve("keeper");
        this.logs = node.home().resolve("keep");
        var words = new ArrayList<>(List.of("/bin/sh", "-c", AGAIN, "wirt-keeper"));
        words.addAll(OwnProcess.words("keep"));
        this.unit = Unit.of(
                        node.home(),
                        "keeper",
                        new Daemon("The keeper", folder.resolve("keeper.pid"), OwnProcess.WORD),
                        words)
                .in(node);
    }

    @Override
    public String name() {
        return "keeper";
    }

    Unit unit() {
        return unit;
    }

    @Override
    public boolean isRunning() {
        return Systemd.runs() || unit.isRunning();
    }

    @Override
    public void start() throws IOException {
        if (isRunning()) return;
        Daemon.closed(folder);
        Daemon.closed(logs);
        unit.start();
    }

    /// Only when the node is not meant to run any more, or to start it again at once.
    void stop() throws IOException {
        if (!Systemd.runs()) unit.stop();
    }

    void erase() throws IOException {
        stop();
        unit.erase();
        Daemon.erase(folder);
        Daemon.erase(logs);
    }

    String where() {
        return Systemd.runs() ? "systemd" : "looks each second";
    }

    /// What the process itself does. Returns when the node is not meant to run any more.
    ///
    /// @param all in the order in which they start
    void run(List<Kept> all, Clock clock) throws IOException {
        var self = ProcessHandle.current();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("keeper.pid"), Long.toString(self.pid()));
        var above = self.parent();
        var rounds = new Rounds(all, clock);
        for (; intent.isToRun(); LockSupport.parkNanos(BETWEEN_LOOKS.toNanos())) {
            if (!self.parent().equals(above)) {
                LOG.warn("What starts the keeper again is gone: starting that again");
                Files.delete(folder.resolve("keeper.pid"));
                unit.start();
                return;
            }
            try (var alone = intent.aloneNow().orElse(null)) {
                if (alone != null && intent.isToRun()) rounds.look();
            }
        }
    }

    /// What it remembers from look to look.
    static final class Rounds {

        private final List<Kept> all;
        private final Clock clock;
        private final Map<Kept, Pauses> pauses = new HashMap<>();

        Rounds(List<Kept> all, Clock clock) {
            this.all = all;
            this.clock = clock;
        }

        /// One that does not start keeps no other from it.
        void look() {
            for (var one : all) {
                if (one.isRunning()) continue;
                var pause = pauses.computeIfAbsent(one, _ -> new Pauses());
                var now = clock.instant();
                if (pause.over(now)) again(one, pause, now);
            }
        }

        private static void again(Kept one, Pauses pause, Instant now) {
            pause.trying(now);
            try {
                one.start();
                LOG.warn("The {} had ended and is started again", one.name());
            } catch (IOException | RuntimeException e) {
                LOG.error(
                        "The {} has ended and does not start; next try in {} s: {}",
                        one.name(),
                        pause.length().toSeconds(),
                        e.getMessage());
            }
        }
    }
}
