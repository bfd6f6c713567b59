package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirt.database.Certificate;
import org.wirt.database.Command;
import org.wirt.hosting.Service;

/// FTP, FTPS and SFTP of a hosting node: Debian's ProFTPD, which asks the node's database at each login. Each
/// session is a process, and the scoreboard says whose.
final class FtpServer implements NodeServer, Guests {

    private static final int RSA_BITS = 3072;
    private static final int EC_BITS = 256;
    private static final int PATIENCE_SECONDS = 5;
    /// Each connection is a process.
    private static final int MOST = 500;
    /// Each takes some eighty milliseconds, and its master makes a pause when one ends.
    private static final int RATE = 5;
    private static final Pattern SESSION = Pattern.compile(
            "^\\s*(?<process>\\d+) (?<user>\\S+) .* client: \\S+ \\[(?<from>[0-9a-fA-F.:]+)\\] server: \\S+ \\(.*\\)"
                    + " protocol: (?<protocol>\\S+)");

    private final Path folder;
    private final Path sockets;
    private final Tls tls;
    private final NodePorts ports;
    private final Unit unit;

    FtpServer(Path folder, Path sockets, Tls tls, NodePorts ports) {
        this.folder = folder;
        this.sockets = sockets;
        this.tls = tls;
        this.ports = ports;
        this.unit = Unit.of(
                folder.resolveSibling(""),
                "proftpd",
                new Daemon("The FTP server", folder.resolve("proftpd.pid"), "proftpd"),
                proftpd("-n", "-q").words());
    }

    @Override
    public String name() {
        return "FTP server";
    }

    @Override
    public List<String> packages() {
        return List.of("proftpd-core", "proftpd-mod-pgsql", "proftpd-mod-crypto");
    }

    @Override
    public List<Port> ports() {
        return List.of(ports.ftp(), ports.sftp());
    }

    @Override
    public List<Crowd> crowds() {
        return List.of(new Crowd(Service.FTP, ports(), MOST, RATE));
    }

    @Override
    public List<Unit> units() {
        return List.of(unit);
    }

    @Override
    public void install() throws IOException {
        Daemon.closed(folder);
        hostKey("RSA", RSA_BITS);
        hostKey("EC", EC_BITS);
        boolean changed = Template.of("ftp/proftpd.conf")
                .with("folder", folder)
                .with("sockets", NodePostgres.meeting(sockets))
                .with("key", tls.key())
                .with("certificate", tls.chain())
                .with("addresses", Port.hasIpv6() ? "0.0.0.0 ::" : "0.0.0.0")
                .with("ipv6", Port.hasIpv6() ? "on" : "off")
                .with("ftp", ports.ftp().number())
                .with("sftp", ports.sftp().number())
                .with("most", MOST)
                .with("passive", ports.passive().first() + " " + ports.passive().last())
                .into(settings());
        proftpd("-t").run();
        if (changed) stop();
    }

    /// What clients of SFTP know this server by: made once, and never again.
    private void hostKey(String kind, int bits) throws IOException {
        var file = folder.resolve(kind.equals("EC") ? "host-ecdsa" : "host-rsa");
        if (Files.exists(file)) return;
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            Certificate.pem(file, generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void erase() throws IOException {
        unit.erase();
        Daemon.erase(folder);
    }

    /// It would begin a new log only when it reads its settings anew.
    void tidy() throws IOException {
        Daemon.copyAside(folder.resolve("error.log"));
    }

    @Override
    public String where() {
        return "port " + ports.ftp().number() + ", SFTP on port " + ports.sftp().number();
    }

    @Override
    public Kind kind() {
        return Kind.FTP;
    }

    @Override
    public List<Guest> inside() throws IOException {
        var master = unit.daemon().process();
        var board = folder.resolve("scoreboard");
        if (master.isEmpty() || Files.notExists(board)) return List.of();
        var guests = new ArrayList<Guest>();
        // Not as JSON: that ends with an accident where a name is no text.
        for (var line : Command.of("ftpwho", "-v", "-f", board.toString(), "-o", "oneline")
                .within(PATIENCE_SECONDS)
                .run()
                .lines()
                .toList()) {
            var found = SESSION.matcher(line);
            if (!found.find()) continue;
            // Who is signing in at the moment has no name yet.
            var who = found.group("user").startsWith("(") ? "" : found.group("user");
            // Else it is SSH, whatever is asked for inside it.
            var service = found.group("protocol").startsWith("ftp") ? Service.FTP : Service.SFTP;
            ProcessHandle.of(Long.parseLong(found.group("process")))
                    .filter(process -> process.parent().map(ProcessHandle::pid).equals(master.map(ProcessHandle::pid)))
                    .flatMap(process -> process.info()
                            .startInstant()
                            .map(since -> new Guest(service, who, process, found.group("from"), since)))
                    .ifPresent(guests::add);
        }
        return guests;
    }

    @Override
    public String doors() {
        return "sport = :" + ports.ftp().number() + " or sport = :"
                + ports.sftp().number() + " or ( sport >= :" + ports.passive().first() + " and sport <= :"
                + ports.passive().last() + " )";
    }

    private Path settings() {
        return folder.resolve("proftpd.conf");
    }

    private Command proftpd(String... words) {
        return new Command(
                Stream.concat(Stream.of("/usr/sbin/proftpd", "-c", settings().toString()), Stream.of(words))
                        .toList());
    }
}
