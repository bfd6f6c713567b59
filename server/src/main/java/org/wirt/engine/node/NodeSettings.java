package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirt.database.Settings;
import org.wirt.hosting.ServingNode;

/// Where a hosting node keeps its things and which one it is.
///
/// @param id      its number at the panel, as its ticket says
/// @param home    its database and settings (`WIRT_NODE_HOME`)
/// @param sockets where its servers meet (`WIRT_NODE_RUN`)
/// @param hosting where customers' files lie (`WIRT_HOSTING`)
/// @param ports   where its servers listen
/// @param out     where mail for others goes (`WIRT_NODE_MAIL_OUT`)
/// @param names   where it is reached, and what its name server is called
record NodeSettings(long id, Path home, Path sockets, Path hosting, NodePorts ports, Outgoing out, PublicNames names) {

    private static final String RUN = "WIRT_NODE_RUN";
    private static final String HOSTING = "WIRT_HOSTING";

    /// Where everything else of a node is found (`WIRT_NODE_HOME`).
    static Path home(Settings settings) {
        return folder(settings, "WIRT_NODE_HOME", "/var/lib/wirt-node");
    }

    static NodeSettings from(Settings settings) throws IOException {
        var home = home(settings);
        return new NodeSettings(
                Files.exists(ticket(home)) ? Ticket.read(ticket(home)).node() : ServingNode.LOCAL,
                home,
                folder(settings, RUN, "/run/wirt-node"),
                folder(settings, HOSTING, "/srv/wirt"),
                NodePorts.from(settings),
                Outgoing.from(settings),
                PublicNames.from(settings));
    }

    private static Path folder(Settings settings, String name, String otherwise) {
        return Path.of(settings.text(name, otherwise)).toAbsolutePath();
    }

    /// For a process of the node: the same settings.
    void intoEnvironment(Map<String, String> environment) {
        environment.put("WIRT_NODE_HOME", home.toString());
        environment.put(RUN, sockets.toString());
        environment.put(HOSTING, hosting.toString());
        for (var port : ports.all()) environment.put(port.variable(), Integer.toString(port.number()));
        environment.put(NodePorts.PASSIVE, ports.passive().toString());
    }

    /// Names of all settings but its home.
    List<String> settings() {
        var names = new ArrayList<>(List.of(RUN, HOSTING, NodePorts.PASSIVE, Outgoing.NAME));
        names.addAll(List.of("WIRT_HOME", "WIRT_DATABASE_PORT", PublicNames.ADDRESS, PublicNames.SERVER));
        for (var port : ports.all()) names.add(port.variable());
        return names;
    }

    /// By what it comes in at the panel.
    Path ticket() {
        return ticket(home);
    }

    static Path ticket(Path home) {
        return home.resolve("ticket");
    }

    /// The certificate of the panel's database.
    Path root() {
        return home.resolve("panel.pem");
    }

    /// In the order in which they start.
    List<NodeServer> servers() {
        return List.of(php(), web(), ftp(), mailboxes(), mail(), dns(), agent());
    }

    /// Those whose sessions the agent looks after.
    List<Guests> guests() {
        return List.of(ftp(), mailboxes());
    }

    NodeHomes homes() {
        return new NodeHomes(hosting);
    }

    WebServer web() {
        return new WebServer(home.resolve("web"), sockets, tls(), ports.http(), ports.https());
    }

    FtpServer ftp() {
        return new FtpServer(home.resolve("ftp"), sockets, tls(), ports);
    }

    MailboxServer mailboxes() {
        return new MailboxServer(home.resolve("mailboxes"), sockets, home.resolve("mail/settings"), tls(), ports);
    }

    MailServer mail() {
        return new MailServer(home.resolve("mail"), sockets, tls(), ports, out);
    }

    DnsServer dns() {
        return new DnsServer(home.resolve("dns"), sockets, ports.dns(), names);
    }

    Tls tls() {
        return new Tls(home.resolve("tls"));
    }

    Passport passport() {
        return new Passport(home.resolve("passport"));
    }

    PhpPools php() {
        return new PhpPools(home.resolve("php"), sockets, home.resolve("mail/settings"));
    }

    Intent intent() {
        return new Intent(home.resolve("units"));
    }

    Keeper keeper() {
        return new Keeper(this);
    }

    /// Everything that should run, in the order in which it starts.
    List<Kept> kept() {
        return Stream.concat(Stream.of(postgres()), servers().stream()).toList();
    }

    AgentDaemon agent() {
        return new AgentDaemon(this);
    }

    NodeDatabase database() {
        return new NodeDatabase(postgres(), id);
    }

    NodePostgres postgres() {
        return new NodePostgres(home, sockets);
    }
}
