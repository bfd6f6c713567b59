package org.wirt.engine.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirt.database.Command;

/// PHP of the node: one pool per subscription under its own Unix number, started at the first request and ended when
/// nobody asks. Debian's PHP-FPM needs to be told of a new pool; a suspension never touches it. Pools are shared out to
/// masters of at most 500, so that telling one stays quick.
final class PhpPools implements NodeServer {

    private static final Logger LOG = LoggerFactory.getLogger(PhpPools.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final int TIMES = 5;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int POOLS = 500;
    private static final String SETTINGS = "master.conf";

    /// Pools that were written and are not open yet, and how often their masters may still be told.
    private final Map<Long, Integer> expected = new HashMap<>();

    private long told;
    private final Path folder;
    private final Path sockets;
    private final Path mail;

    /// @param sockets where the web server finds each pool
    /// @param mail    settings of the mail server, for scripts that send
    PhpPools(Path folder, Path sockets, Path mail) {
        this.folder = folder;
        this.sockets = sockets.resolve("php");
        this.mail = mail;
    }

    @Override
    public String name() {
        return "PHP";
    }

    @Override
    public List<String> packages() {
        return List.of(
                "php8.2-fpm",
                "php8.2-mysql",
                "php8.2-curl",
                "php8.2-gd",
                "php8.2-mbstring",
                "php8.2-xml",
                "php8.2-zip");
    }

    /// A master for each that has pools. One without does not start.
    @Override
    public List<Unit> units() {
        return masters().stream().map(this::unit).toList();
    }

    @Override
    public void install() throws IOException {
        Daemon.closed(folder);
        makeFolders();
    }

    @Override
    public void makeFolders() throws IOException {
        Files.createDirectories(sockets);
        Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /// One that does not start keeps no other from it.
    @Override
    public void start() throws IOException {
        var failed = new ArrayList<String>();
        for (var master : masters()) {
            try {
                start(master);
            } catch (IOException e) {
                failed.add(e.getMessage());
            }
        }
        if (!failed.isEmpty()) throw new IOException(String.join("\n", failed));
    }

    @Override
    public void erase() throws IOException {
        NodeServer.super.erase();
        Daemon.erase(folder);
        Daemon.erase(sockets);
    }

    @Override
    public String where() {
        return "one pool per subscription";
    }

    /// Makes the pools of these, and takes away those of the subscriptions that are no more; masters are told once.
    void update(List<AgentDatabase.Prepared> present, List<Long> gone) throws IOException {
        var changed = new HashSet<Path>();
        for (var one : present) {
            var master = master(one.id());
            if (!pool(one).into(pool(one.id()))) continue;
            changed.add(master);
            expected.put(one.id(), TIMES);
            told = System.nanoTime();
        }
        for (var id : gone) if (Files.deleteIfExists(pool(id))) changed.add(master(id));
        for (var master : changed) {
            try {
                tell(master);
            } catch (IOException e) {
                // One that does not start must not keep the others from theirs; the node's next start tries it again.
                LOG.warn("PHP does not take over its pools: {}", e.getMessage());
            }
        }
    }

    /// Tells masters once more that have not opened a new pool: one that is told while it begins anew may miss it.
    ///
    /// @return whether there are pools that are not open yet
    boolean insist() throws IOException {
        expected.keySet().removeIf(id -> Files.exists(sockets.resolve(id + ".sock")) || Files.notExists(pool(id)));
        if (expected.isEmpty() || System.nanoTime() - told < AGAIN.toNanos()) return !expected.isEmpty();
        told = System.nanoTime();
        var masters = new HashSet<Path>();
        for (var id : expected.keySet()) masters.add(master(id));
        expected.replaceAll((_, left) -> left - 1);
        expected.values().removeIf(left -> left == 0);
        for (var master : masters) tell(master);
        return !expected.isEmpty();
    }

    /// How many requests wait for this subscription's PHP to take them.
    int waiting(long subscription) throws IOException {
        var line = Command.of(
                        "ss",
                        "-Hxl",
                        "src",
                        sockets.resolve(subscription + ".sock").toString())
                .within(PATIENCE_SECONDS)
                .run()
                .strip();
        return line.isEmpty() ? 0 : Integer.parseInt(line.split("\\s+", 4)[2]);
    }

    private void tell(Path master) throws IOException {
        var running = unit(master).daemon().process();
        if (!hasPools(master)) unit(master).erase();
        else if (running.isEmpty()) start(master);
        else
            Command.of("kill", "-USR2", Long.toString(running.orElseThrow().pid()))
                    .run();
    }

    private void start(Path master) throws IOException {
        if (unit(master).isRunning() || !hasPools(master)) return;
        makeFolders();
        Daemon.write(
                master.resolve(SETTINGS), Daemon.resource("php/master.conf").replace("{folder}", master.toString()));
        unit(master).start();
    }

    private Template pool(AgentDatabase.Prepared one) {
        return Template.of("php/pool.conf")
                .with("sub", one.id())
                .with("uid", one.uid())
                .with("socket", sockets.resolve(one.id() + ".sock"))
                .with("home", one.home())
                .with("domain", one.name())
                .with("mail", mail);
    }

    private Path master(long subscription) {
        return folder.resolve(Long.toString(subscription / POOLS));
    }

    private Path pool(long subscription) {
        return master(subscription).resolve(subscription + ".pool");
    }

    private Unit unit(Path master) {
        var settings = master.resolve(SETTINGS).toString();
        return Unit.of(
                        folder.resolveSibling(""),
                        "php-" + master.getFileName(),
                        new Daemon("PHP", master.resolve("master.pid"), settings),
                        List.of("/usr/sbin/php-fpm8.2", "-F", "-y", settings))
                .notifying();
    }

    private List<Path> masters() {
        if (Files.notExists(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(PhpPools::hasPools).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasPools(Path master) {
        if (!Files.isDirectory(master)) return false;
        try (Stream<Path> files = Files.list(master)) {
            return files.anyMatch(file -> file.toString().endsWith(".pool"));
        } catch (IOException _) {
            return false;
        }
    }
}
