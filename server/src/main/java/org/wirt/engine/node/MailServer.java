package org.wirt.engine.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.wirt.database.Command;
import org.wirt.hosting.Service;

/// Mail transport of a hosting node: Debian's Postfix, which asks the node's database for each recipient and each
/// sender. Mail for a mailbox that is dark stays with its sender, or in the queue if it is there already.
final class MailServer implements NodeServer {

    private static final Path DEBIANS = Path.of("/etc/postfix/main.cf");
    private static final String ALLOWED = "alternate_config_directories";
    private static final int PATIENCE_SECONDS = 20;
    /// Each connection is a process.
    private static final int MOST = 300;
    /// From customers, on each of the two ports.
    private static final int MOST_OWN = 200;
    /// Each takes a few milliseconds once its process is there.
    private static final int RATE = 40;
    private static final String MAPS = "mail/maps.txt";

    private final Path folder;
    private final Path sockets;
    private final Tls tls;
    private final NodePorts ports;
    private final Outgoing outgoing;
    private final Unit unit;

    MailServer(Path folder, Path sockets, Tls tls, NodePorts ports, Outgoing outgoing) {
        this.folder = folder;
        this.sockets = sockets;
        this.tls = tls;
        this.ports = ports;
        this.outgoing = outgoing;
        this.unit = Unit.of(
                folder.resolveSibling(""),
                "postfix",
                new Daemon("The mail server", folder.resolve("queue/pid/master.pid"), "postfix"),
                List.of("/usr/lib/postfix/sbin/master", "-c", settings().toString()));
    }

    /// Where the two mail servers meet.
    static Path meeting(Path sockets) {
        return sockets.resolve("mail");
    }

    /// Where mail is handed over for mailboxes (LMTP, RFC 2033).
    static Path delivery(Path sockets) {
        return meeting(sockets).resolve("lmtp");
    }

    /// Where a password is checked.
    static Path authentication(Path sockets) {
        return meeting(sockets).resolve("auth");
    }

    /// Where it asks whether a mailbox has room.
    static Path room(Path sockets) {
        return meeting(sockets).resolve("room");
    }

    static String hostname() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    @Override
    public String name() {
        return "mail server";
    }

    @Override
    public List<String> packages() {
        return List.of("postfix", "postfix-pgsql");
    }

    @Override
    public List<Port> ports() {
        return List.of(ports.smtp(), ports.submission(), ports.submissions());
    }

    @Override
    public List<Crowd> crowds() {
        return List.of(
                new Crowd(Service.MAIL_IN, List.of(ports.smtp()), MOST, RATE),
                new Crowd(Service.SUBMISSION, List.of(ports.submission()), MOST_OWN, RATE),
                new Crowd(Service.SUBMISSION, List.of(ports.submissions()), MOST_OWN, RATE));
    }

    @Override
    public List<Unit> units() {
        return List.of(unit);
    }

    @Override
    public void install() throws IOException {
        for (var name : List.of("queue", "data")) Files.createDirectories(folder.resolve(name));
        Command.of("chown", "postfix", folder.resolve("data").toString()).run();
        boolean changed = Template.of("mail/main.cf")
                .with("folder", folder)
                .with("settings", settings())
                .with("hostname", hostname())
                .with("protocols", Port.hasIpv6() ? "all" : "ipv4")
                .with("key", tls.key())
                .with("certificate", tls.chain())
                .with("lmtp", delivery(sockets))
                .with("auth", authentication(sockets))
                .with("room", room(sockets))
                .with("transport", outgoing.transport())
                .with("relay", outgoing.relay())
                .into(settings().resolve("main.cf"));
        changed |= Template.of("mail/master.cf")
                .with("settings", settings())
                .with("smtp", ports.smtp().number())
                .with("submission", ports.submission().number())
                .with("submissions", ports.submissions().number())
                .with("most", MOST)
                .with("most-own", MOST_OWN)
                .into(settings().resolve("master.cf"));
        var maps = Template.of(MAPS)
                .with("smtp", ports.smtp().number())
                .with("onward", outgoing.onward())
                .text();
        for (var map : maps.lines().toList()) changed |= map(map);
        knownToDebian();
        // Makes the queue, and looks whether everything belongs to whom it should.
        postfix("check").run();
        if (changed) stop();
    }

    /// @param map name, the one domain that it is asked for if there is one, and query: `name[@domain] query`
    private boolean map(String map) throws IOException {
        var key = map.substring(0, map.indexOf(' '));
        var name = key.split("@", -1);
        return Daemon.write(
                settings().resolve(name[0] + ".cf"),
                "hosts = " + NodePostgres.meeting(sockets) + "\nuser = wirt_mail\ndbname = " + NodePostgres.DATABASE
                        + (name.length > 1 ? "\ndomain = " + name[1] : "")
                        + "\nquery =" + map.substring(key.length()) + "\n");
    }

    /// Who hands in mail on the machine itself (sendmail) may name other settings only if Debian's own allow it.
    /// Those of others that are there stay allowed.
    private void knownToDebian() throws IOException {
        if (Files.notExists(DEBIANS)) Files.createFile(DEBIANS);
        var known = Command.of("postconf", "-h", ALLOWED).run().strip();
        var all = new LinkedHashSet<String>();
        for (var folder : known.split("[,\\s]+", -1)) if (Files.isDirectory(Path.of(folder))) all.add(folder);
        all.add(settings().toString());
        Command.of("postconf", "-e", ALLOWED + " = " + String.join(", ", all)).run();
    }

    /// Mail that is still waiting would be lost with the queue: it is left where it is.
    @Override
    public void erase() throws IOException {
        unit.erase();
        for (var name : List.of("settings", "data")) Daemon.erase(folder.resolve(name));
    }

    /// Asks the node's database again at once: by itself it lets it be for a minute where it once did not answer
    /// (pgsql_table(5)).
    void ask() throws IOException {
        if (isRunning()) postfix("reload").launch(folder.resolve("start.log"));
    }

    void tidy() throws IOException {
        if (Daemon.putAside(folder.resolve("postfix.log"))) ask();
    }

    /// Tries again at once what waits in the queue.
    void deliverAgain() throws IOException {
        if (isRunning())
            Command.of("/usr/sbin/postqueue", "-c", settings().toString(), "-f")
                    .within(PATIENCE_SECONDS)
                    .run();
    }

    @Override
    public String where() {
        return "port " + ports.smtp().number() + ", submission on port "
                + ports.submission().number();
    }

    private Path settings() {
        return folder.resolve("settings");
    }

    private Command postfix(String word) {
        return Command.of("/usr/sbin/postfix", "-c", settings().toString(), word);
    }
}
