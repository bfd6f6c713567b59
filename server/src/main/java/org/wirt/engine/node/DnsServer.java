package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// DNS of a hosting node: Debian's PowerDNS, which asks the node's database at each question and remembers nothing, so
/// that a new domain is known and a changed record answered at once. Nobody is signed in here: there is nothing to end.
final class DnsServer implements NodeServer {

    private final Path folder;
    private final Path sockets;
    private final Port port;
    private final PublicNames names;
    private final Daemon daemon;

    DnsServer(Path folder, Path sockets, Port port, PublicNames names) {
        this.folder = folder;
        this.sockets = sockets;
        this.port = port;
        this.names = names;
        this.daemon = new Daemon("The DNS server", run().resolve("pdns.pid"), "--config-dir=" + folder);
    }

    @Override
    public String name() {
        return "DNS server";
    }

    @Override
    public List<String> packages() {
        return List.of("pdns-server", "pdns-backend-pgsql");
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public Optional<String> hindrance() {
        return isRunning() ? Optional.empty() : port.taken().or(port::takenForPackets);
    }

    @Override
    public boolean isRunning() {
        return daemon.isRunning();
    }

    @Override
    public void install() throws IOException {
        boolean changed = Template.of("dns/pdns.conf")
                .with("run", run())
                .with("sockets", NodePostgres.meeting(sockets))
                .with("addresses", Port.hasIpv6() ? "0.0.0.0, ::" : "0.0.0.0")
                .with("port", port.number())
                .into(settings());
        if (changed) stop();
    }

    /// In the background by setsid: by itself it would write no log but the system's.
    @Override
    public void start() throws IOException {
        if (isRunning()) return;
        requirePorts();
        Files.createDirectories(run());
        var log = folder.resolve("start.log").toFile();
        new ProcessBuilder("setsid", "/usr/sbin/pdns_server", "--config-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        if (!daemon.awaited()) throw new IOException("The DNS server does not start: see " + log);
    }

    @Override
    public void stop() throws IOException {
        daemon.stop();
    }

    @Override
    public void erase() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Override
    public String where() {
        return "port " + port.number() + ", called " + names.server() + ", every domain at " + names.address();
    }

    private Path run() {
        return sockets.resolve("dns");
    }

    private Path settings() {
        return folder.resolve("pdns.conf");
    }
}
