package org.wirt.engine.node;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.database.Command;
import org.wirt.hosting.Relocating;

/// Fetches the files of subscriptions that come to this node, into a folder of their own, under the customer's number.
/// What was fetched once is compared the second time, so that only the difference travels while he is dark.
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int LONGEST_PAUSE_SECONDS = 60;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(10);
    private static final int KNOCKS = 20;
    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(250);
    private static final int CONNECT_MILLIS = 10_000;
    /// Four times as quick as AES here: an agent compiles little, to stay small, and so does without the processor's
    /// own instructions for that.
    private static final String[] CIPHERS = {"TLS_CHACHA20_POLY1305_SHA256"};
    private static final int STEP_SECONDS = 1;
    /// It has not heard of the move yet, or not any more.
    private static final String NOTHING = "gives nothing away";
    /// rsync(1): some files have gone while it was reading.
    private static final int VANISHED = 24;
    /// What rsync ends its complaints with.
    private static final String SUMMARY = "rsync error:";
    /// Bytes of what rsync complains of, that are read.
    private static final int COMPLAINT = 4000;

    private final AgentDatabase database;
    private final NodeHomes homes;
    private final PanelLink panel;
    private final Passport passport;
    private final long node;
    private final Path folder;
    private final Map<Long, Fetched> fetched = new ConcurrentHashMap<>();
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    /// What came of it, to be told until the panel goes on.
    ///
    /// @param tries how often it failed in a row
    private record Fetched(Relocation one, long bytes, String failure, int tries, long at) {

        private boolean isDone() {
            return failure.isEmpty();
        }

        private boolean isToBeTriedAgain() {
            return !isDone() && System.nanoTime() - at >= pause().toNanos();
        }

        private Duration pause() {
            return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(tries, 6)));
        }
    }

    Arrivals(AgentDatabase database, PanelLink panel, NodeSettings node) {
        this.database = database;
        this.panel = panel;
        this.homes = node.homes();
        this.passport = node.passport();
        this.node = node.id();
        this.folder = node.sockets().resolve("coming");
    }

    /// What is not to come any more is deleted.
    void tidy() {
        var coming = database.relocations().stream()
                .filter(one -> one.to() == node)
                .collect(Collectors.toMap(Relocation::subscription, one -> one));
        try {
            for (var old : List.copyOf(fetched.values())) {
                if (coming.containsKey(old.one.subscription())) continue;
                // It lies where homes lie already, and was called off.
                if (old.isDone() && old.one.step() == Relocating.Step.LAST && !isHere(old.one))
                    homes.receive(old.one.uid());
                fetched.remove(old.one.subscription());
            }
            homes.clear(coming.values().stream().map(Relocation::uid).collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.warn("What was fetched in vain cannot be deleted: {}", e.getMessage());
        }
    }

    private boolean isHere(Relocation one) {
        return !database.owners(List.of(one.subscription())).isEmpty();
    }

    /// Fetches all that are at this step, one after the other.
    ///
    /// @return when there is something to do or to tell again, if ever
    Optional<Duration> fetch(Relocating.Step step) {
        var coming = database.relocations().stream()
                .filter(one -> one.to() == node && one.step() == step)
                .toList();
        var next = BETWEEN_TELLINGS;
        for (var one : coming) {
            var last = fetched.get(one.subscription());
            if (last == null || !last.one.isSame(one) || last.isToBeTriedAgain()) last = alone(one, last);
            if (last == null) {
                next = SOON;
                continue;
            }
            fetched.put(one.subscription(), last);
            tell(last);
            if (!last.isDone() && last.pause().compareTo(next) < 0) next = last.pause();
        }
        return coming.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    private void tell(Fetched what) {
        try {
            panel.tellFetched(what.one, what.bytes, what.isDone(), what.failure);
        } catch (SQLException | IOException e) {
            LOG.debug("What was fetched is told later: {}", e.getMessage());
        }
    }

    /// The list may have waited for others meanwhile: what goes on already is left alone.
    private @Nullable Fetched alone(Relocation one, @Nullable Fetched before) {
        if (!busy.add(one.subscription())) return null;
        try {
            return database.relocations().stream().anyMatch(one::isSame) ? fetch(one, before) : null;
        } finally {
            busy.remove(one.subscription());
        }
    }

    /// @return nothing: it is not to be fetched any more
    private @Nullable Fetched fetch(Relocation one, @Nullable Fetched before) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            if (database.isToBeErased(homes.of(one.uid()).toString()))
                throw new IOException("what lay there before is still being deleted");
            var draft = homes.receive(one.uid());
            try (var line = new Line(one)) {
                int status = rsync(one, draft, line);
                if (status < 0) return null;
                boolean whole = status == 0 || (status == VANISHED && one.step() == Relocating.Step.COPY);
                if (!whole) throw new IOException(line.complaint("rsync ended with " + status));
                if (one.step() == Relocating.Step.LAST) homes.arrive(one.uid());
                LOG.info("Subscription {} fetched ({}): {} bytes", one.subscription(), one.step(), line.bytes());
                return new Fetched(one, line.bytes(), "", 0, System.nanoTime());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Subscription {} cannot be fetched: {}", one.subscription(), e.toString());
            int tries = before == null || before.isDone() ? 1 : before.tries + 1;
            return new Fetched(one, 0, String.valueOf(e.getMessage()), tries, System.nanoTime());
        }
    }

    /// Customers that are here already need room for their mail: who comes must not take the last of it.
    private void requireRoom() throws IOException {
        if (Disk.isNearlyFull(homes.folder())) throw new IOException(homes.folder() + ": " + Disk.NEARLY_FULL);
    }

    /// @return what it ended with; less than 0 when it is not to be fetched any more
    private int rsync(Relocation one, Path draft, Line line) throws IOException {
        requireRoom();
        var process = line.start(draft);
        var told = System.nanoTime();
        try {
            while (!process.waitFor(STEP_SECONDS, TimeUnit.SECONDS)) {
                if (!isWanted(one)) return -1;
                requireRoom();
                if (System.nanoTime() - told < BETWEEN_TELLINGS.toNanos()) continue;
                told = System.nanoTime();
                tell(one, line.bytes());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the agent ends", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void tell(Relocation one, long bytes) {
        try {
            panel.tellFetched(one, bytes, false, "");
        } catch (SQLException | IOException e) {
            LOG.debug("How far it has come is told later: {}", e.getMessage());
        }
    }

    private boolean isWanted(Relocation one) {
        try {
            return database.relocations().stream().anyMatch(one::isSame);
        } catch (RuntimeException _) {
            // The node's database is away for a moment.
            return true;
        }
    }

    /// What rsync says and hears, from a socket of its own here to the agent over there.
    private final class Line implements AutoCloseable {

        private final Relocation one;
        private final Path socket;
        private final Path words;
        private final ServerSocketChannel here;
        private final Bridge bridge = new Bridge();
        private volatile String fault = "";

        private Line(Relocation one) throws IOException {
            this.one = one;
            this.socket = folder.resolve(one.subscription() + ".sock");
            this.words = folder.resolve(one.subscription() + ".log");
            Files.deleteIfExists(socket);
            this.here = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            here.bind(UnixDomainSocketAddress.of(socket), 1);
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            Command.of("chown", Integer.toString(one.uid()), socket.toString()).run();
            Thread.ofPlatform().daemon().name("arrival").start(this::carry);
        }

        private Process start(Path draft) throws IOException {
            var builder = new ProcessBuilder(NodeHomes.under(
                            one.uid(),
                            "rsync",
                            "-rlptH",
                            "--delete",
                            // Nanoseconds count: what was changed within the same second is not the same.
                            "--modify-window=-1",
                            // What the other side meets with is said here, not there.
                            "--stderr=client",
                            "--timeout=60",
                            "rsync://node/home/",
                            draft + "/"))
                    .directory(Path.of("/").toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(words.toFile());
            // Always the same words; rsync has no other way to speak through a socket.
            builder.environment().put("RSYNC_CONNECT_PROG", "exec nc -N -U \"$WIRT_LINE\"");
            builder.environment().put("WIRT_LINE", socket.toString());
            return builder.start();
        }

        private void carry() {
            try (var near = here.accept();
                    var far = connected()) {
                far.getOutputStream().write(one.greeting().getBytes(StandardCharsets.US_ASCII));
                bridge.between(
                        // All of it, not only that direction: nc would wait for rsync, and rsync for its patience.
                        new Bridge.End(Channels.newInputStream(near), Channels.newOutputStream(near), near::close),
                        new Bridge.End(far.getInputStream(), far.getOutputStream(), far::shutdownOutput));
            } catch (ClosedChannelException _) {
                // The other side has said everything.
                if (bridge.back() == 0) fault = one.host() + ":" + one.port() + ": " + NOTHING;
            } catch (IOException e) {
                fault = one.host() + ":" + one.port() + ": " + e.getMessage();
            }
        }

        /// The other node opens its door when it hears of the move, which may be a moment later.
        private SSLSocket connected() throws IOException {
            for (int i = 0; i < KNOCKS; i++) {
                try {
                    return connectedAtOnce();
                } catch (ConnectException _) {
                    LockSupport.parkNanos(BETWEEN_KNOCKS.toNanos());
                }
            }
            return connectedAtOnce();
        }

        private SSLSocket connectedAtOnce() throws IOException {
            var expected = one.source();
            var plain = (SSLSocket)
                    passport.lines(expected::equals).getSocketFactory().createSocket();
            try {
                plain.setEnabledCipherSuites(CIPHERS);
                plain.connect(new InetSocketAddress(one.host(), one.port()), CONNECT_MILLIS);
                plain.setSoTimeout(CONNECT_MILLIS);
                plain.startHandshake();
                plain.setSoTimeout(Bridge.SILENCE_MILLIS);
                return plain;
            } catch (IOException e) {
                plain.close();
                throw e;
            }
        }

        private long bytes() {
            return bridge.carried();
        }

        /// What went wrong first: the line, or what rsync met with.
        private String complaint(String otherwise) throws IOException {
            if (!fault.isEmpty()) return fault;
            try (var text = Files.newInputStream(words)) {
                return new String(text.readNBytes(COMPLAINT), StandardCharsets.UTF_8)
                        .lines()
                        .filter(said -> !said.startsWith(SUMMARY))
                        .findFirst()
                        .orElse(otherwise);
            }
        }

        @Override
        public void close() throws IOException {
            here.close();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(words);
        }
    }
}
