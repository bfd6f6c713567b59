package org.wirt.engine.node;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirt.database.Command;

/// DNS of a hosting node: Debian's PowerDNS, which asks the node's database at each question and remembers nothing, so
/// that a new domain is known and a changed record answered at once. Nobody is signed in here: there is nothing to end.
final class DnsServer implements NodeServer {

    private static final String PROGRAM = "/usr/sbin/pdns_server";
    private static final int PATIENCE_MILLIS = 100;
    private static final int SPEAKING_SECONDS = 3;
    /// Who serves the root (RFC 1035 4.1): one question, no name, NS, Internet.
    private static final byte[] QUESTION = {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1};

    private final Path folder;
    private final Path sockets;
    private final Port port;
    private final PublicNames names;
    private final Unit unit;

    DnsServer(Path folder, Path sockets, Port port, PublicNames names) {
        this.folder = folder;
        this.sockets = sockets;
        this.port = port;
        this.names = names;
        this.unit = Unit.of(
                folder.resolveSibling(""),
                "powerdns",
                new Daemon("The DNS server", run().resolve("pdns.pid"), home()),
                List.of(PROGRAM, home()));
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
    public List<Unit> units() {
        return List.of(unit);
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

    @Override
    public void makeFolders() throws IOException {
        Files.createDirectories(run());
    }

    @Override
    public void start() throws IOException {
        try {
            NodeServer.super.start();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + " " + why(), e);
        }
    }

    /// It writes down its number before it looks for its port and its database, so it is asked something.
    @Override
    public boolean isReady() {
        return isRunning() && answers();
    }

    /// Anything will do, also a refusal.
    private boolean answers() {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(InetAddress.getLoopbackAddress(), port.number());
            socket.send(new DatagramPacket(QUESTION, QUESTION.length));
            socket.receive(new DatagramPacket(new byte[512], 512));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// At the level at which it runs it is silent: it is started once more, and made to speak.
    private String why() {
        try {
            return Command.of(PROGRAM, home(), "--loglevel=4")
                    .within(SPEAKING_SECONDS)
                    .run();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void erase() throws IOException {
        unit.erase();
        Daemon.erase(folder);
    }

    @Override
    public String where() {
        return "port " + port.number() + ", called " + names.server() + ", every domain at " + names.address();
    }

    private String home() {
        return "--config-dir=" + folder;
    }

    private Path run() {
        return sockets.resolve("dns");
    }

    private Path settings() {
        return folder.resolve("pdns.conf");
    }
}
