package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets other nodes fetch the files of subscriptions that leave this one: over an encrypted line, the node it goes to
/// and nobody else, that subscription and nothing else, read under the customer's own number. The port is open only
/// while something leaves.
final class Departures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final int MOST = 8;
    private static final int GREETING_MILLIS = 10_000;
    private static final int LONGEST_GREETING = 40;

    private final AgentDatabase database;
    private final NodeHomes homes;
    private final Passport passport;
    private final long node;
    private final Port port;
    private final Path folder;
    private final Semaphore places = new Semaphore(MOST);
    private final Map<Process, Relocation> running = new ConcurrentHashMap<>();
    private @Nullable SSLServerSocket door;

    Departures(AgentDatabase database, NodeSettings node) {
        this.database = database;
        this.homes = node.homes();
        this.passport = node.passport();
        this.node = node.id();
        this.port = node.ports().move();
        this.folder = node.sockets().resolve("leaving");
    }

    /// Opens the door when something leaves, and closes it behind the last one.
    void look() {
        var leaving = leaving();
        running.forEach((process, one) -> {
            if (leaving.stream().noneMatch(one::isSame)) process.destroyForcibly();
        });
        try {
            if (leaving.isEmpty()) close();
            else open();
        } catch (IOException e) {
            LOG.warn("Nobody can fetch what leaves this node: port {}: {}", port.number(), e.getMessage());
        }
    }

    private List<Relocation> leaving() {
        return database.relocations().stream().filter(one -> one.from() == node).toList();
    }

    private synchronized void open() throws IOException {
        if (door != null) return;
        Files.createDirectories(folder);
        // Their own settings lie there; whoever knows the number may read them.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var known = passport.lines(certificate -> leaving().stream().anyMatch(one -> isTo(one, certificate)));
        var opened = (SSLServerSocket) known.getServerSocketFactory().createServerSocket(port.number());
        opened.setNeedClientAuth(true);
        door = opened;
        Thread.ofPlatform().daemon().name("departures").start(() -> accept(opened));
    }

    private static boolean isTo(Relocation one, java.security.cert.X509Certificate certificate) {
        try {
            return one.target().equals(certificate);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        var open = door;
        door = null;
        if (open == null) return;
        open.close();
        running.keySet().forEach(Process::destroyForcibly);
        Daemon.erase(folder);
    }

    private void accept(SSLServerSocket open) {
        while (!open.isClosed()) {
            try {
                var line = (SSLSocket) open.accept();
                if (places.tryAcquire())
                    Thread.ofPlatform().daemon().name("departure").start(() -> serve(line));
                else line.close();
            } catch (IOException e) {
                if (!open.isClosed()) LOG.warn("A node could not be let in: {}", e.getMessage());
            }
        }
    }

    private void serve(SSLSocket line) {
        try (line) {
            line.setSoTimeout(GREETING_MILLIS);
            var one = asked(line).orElseThrow(() -> new IOException("it asks for nothing that goes there"));
            line.setSoTimeout(Bridge.SILENCE_MILLIS);
            send(one, line);
        } catch (IOException e) {
            LOG.info("A node that wanted to fetch something is sent away: {}", e.getMessage());
        } finally {
            places.release();
        }
    }

    /// What the other side says it comes for, if it is to have that.
    private Optional<Relocation> asked(SSLSocket line) throws IOException {
        var greeting = new StringBuilder();
        var in = line.getInputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || greeting.length() >= LONGEST_GREETING) return Optional.empty();
            greeting.append((char) c);
        }
        var shown = (java.security.cert.X509Certificate) line.getSession().getPeerCertificates()[0];
        return leaving().stream()
                .filter(one -> one.isFetched() && one.greeting().strip().contentEquals(greeting) && isTo(one, shown))
                .findFirst();
    }

    /// rsync reads as the customer: whatever links he has laid, it sees nothing that he could not.
    private void send(Relocation one, SSLSocket line) throws IOException {
        var settings = folder.resolve(one.subscription() + ".conf");
        Files.writeString(settings, """
                use chroot = no
                read only = yes
                log file = /dev/null
                [home]
                path = %s
                """.formatted(homes.checked(one.home())), StandardCharsets.UTF_8);
        var process = new ProcessBuilder(
                        NodeHomes.under(one.uid(), "rsync", "--server", "--daemon", "--config=" + settings, "."))
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.put(process, one);
        try {
            new Bridge()
                    .between(
                            new Bridge.End(line.getInputStream(), line.getOutputStream(), line::shutdownOutput),
                            new Bridge.End(
                                    process.getInputStream(),
                                    process.getOutputStream(),
                                    () -> process.getOutputStream().close()));
        } finally {
            process.destroyForcibly();
            running.remove(process);
        }
    }
}
