package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirt.database.Command;
import org.wirt.hosting.Service;

/// Mailboxes of a hosting node: Debian's Dovecot with IMAP, POP3, ManageSieve and delivery, which asks the node's
/// database at each of them. Each session is a process.
final class MailboxServer implements NodeServer, Guests {

    private static final int PATIENCE_SECONDS = 5;
    /// For those who have not signed in yet, with so many connections each.
    private static final int PROCESSES = 10;

    private static final int IMAP_EACH = 2000;
    private static final int POP3_EACH = 1000;

    private final Path folder;
    private final Path sockets;
    private final Path mail;
    private final Tls tls;
    private final NodePorts ports;
    private final Unit unit;

    /// @param mail settings of the mail server, for filters that send
    MailboxServer(Path folder, Path sockets, Path mail, Tls tls, NodePorts ports) {
        this.folder = folder;
        this.sockets = sockets;
        this.mail = mail;
        this.tls = tls;
        this.ports = ports;
        this.unit = Unit.of(
                        folder.resolveSibling(""),
                        "dovecot",
                        new Daemon(
                                "The mailbox server",
                                run().resolve("master.pid"),
                                settings().toString()),
                        List.of("/usr/sbin/dovecot", "-F", "-c", settings().toString()))
                .notifying();
    }

    @Override
    public String name() {
        return "mailbox server";
    }

    @Override
    public List<String> packages() {
        return List.of(
                "dovecot-core",
                "dovecot-imapd",
                "dovecot-pop3d",
                "dovecot-lmtpd",
                "dovecot-sieve",
                "dovecot-managesieved",
                "dovecot-pgsql");
    }

    @Override
    public List<Port> ports() {
        return List.of(ports.imap(), ports.imaps(), ports.pop3(), ports.pop3s(), ports.sieve());
    }

    @Override
    public List<Crowd> crowds() {
        return List.of(
                new Crowd(Service.IMAP, List.of(ports.imap(), ports.imaps()), PROCESSES * IMAP_EACH, 0),
                new Crowd(Service.IMAP, List.of(ports.pop3(), ports.pop3s()), PROCESSES * POP3_EACH, 0));
    }

    @Override
    public List<Unit> units() {
        return List.of(unit);
    }

    @Override
    public void install() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        boolean changed = Template.of("mail/dovecot.conf")
                .with("folder", folder)
                .with("run", run())
                .with("addresses", Port.hasIpv6() ? "*, ::" : "*")
                .with("hostname", MailServer.hostname())
                .with("key", tls.key())
                .with("certificate", tls.chain())
                .with("mail", mail)
                .with("lmtp", MailServer.delivery(sockets))
                .with("auth", MailServer.authentication(sockets))
                .with("room", MailServer.room(sockets))
                .with("answers", run().resolve("answers"))
                .with("imap", ports.imap().number())
                .with("imaps", ports.imaps().number())
                .with("pop3", ports.pop3().number())
                .with("pop3s", ports.pop3s().number())
                .with("sieve", ports.sieve().number())
                .with("processes", PROCESSES)
                .with("imap-each", IMAP_EACH)
                .with("pop3-each", POP3_EACH)
                .into(settings());
        changed |= Template.of("mail/dovecot-sql.conf")
                .with("sockets", NodePostgres.meeting(sockets))
                .into(folder.resolve("dovecot-sql.conf"));
        changed |= Template.of("mail/dovecot-answers.conf")
                .with("sockets", NodePostgres.meeting(sockets))
                .into(folder.resolve("dovecot-answers.conf"));
        if (changed) stop();
    }

    @Override
    public void makeFolders() throws IOException {
        Files.createDirectories(MailServer.meeting(sockets));
    }

    @Override
    public void erase() throws IOException {
        unit.erase();
        Daemon.erase(folder);
    }

    void tidy() throws IOException {
        if (Daemon.putAside(folder.resolve("dovecot.log")))
            Command.of("doveadm", "-c", settings().toString(), "log", "reopen").run();
    }

    /// Asks the node's database on new connections; sessions stay.
    void ask() throws IOException {
        if (isRunning())
            Command.of("doveadm", "-c", settings().toString(), "reload").launch(folder.resolve("start.log"));
    }

    @Override
    public String where() {
        return "IMAP on port " + ports.imap().number() + ", POP3 on port "
                + ports.pop3().number();
    }

    @Override
    public Kind kind() {
        return Kind.MAIL;
    }

    /// One line per session: name, protocol, process, address.
    @Override
    public List<Guest> inside() throws IOException {
        if (!isRunning()) return List.of();
        var found = Command.of("doveadm", "-c", settings().toString(), "-f", "tab", "who", "-1")
                .within(PATIENCE_SECONDS)
                .run();
        var guests = new ArrayList<Guest>();
        for (var line : found.lines().skip(1).toList()) {
            var words = line.split("\t", -1);
            if (words.length < 4) continue;
            ProcessHandle.of(Long.parseLong(words[2]))
                    .flatMap(process -> process.info()
                            .startInstant()
                            .map(since -> new Guest(Service.IMAP, words[0], process, words[3], since)))
                    .ifPresent(guests::add);
        }
        return guests;
    }

    @Override
    public String doors() {
        return String.join(
                " or ",
                ports().stream().map(port -> "sport = :" + port.number()).toList());
    }

    private Path run() {
        return sockets.resolve("dovecot");
    }

    private Path settings() {
        return folder.resolve("dovecot.conf");
    }
}
