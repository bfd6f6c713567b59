package org.wirt.engine.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wirt.database.Settings;

/// Where a hosting node keeps its things and which one it is.
///
/// @param id      its number at the panel (`WIRT_NODE_ID`)
/// @param home    its database and settings (`WIRT_NODE_HOME`)
/// @param sockets where its servers meet (`WIRT_NODE_RUN`)
/// @param hosting where customers' files lie (`WIRT_HOSTING`)
/// @param ports   where its servers listen
/// @param out     where mail for others goes (`WIRT_NODE_MAIL_OUT`)
record NodeSettings(long id, Path home, Path sockets, Path hosting, NodePorts ports, Outgoing out) {

    static NodeSettings from(Settings settings) {
        return new NodeSettings(
                settings.number("WIRT_NODE_ID", 1),
                folder(settings, "WIRT_NODE_HOME", "/var/lib/wirt-node"),
                folder(settings, "WIRT_NODE_RUN", "/run/wirt-node"),
                folder(settings, "WIRT_HOSTING", "/srv/wirt"),
                NodePorts.from(settings),
                Outgoing.from(settings));
    }

    private static Path folder(Settings settings, String name, String otherwise) {
        return Path.of(settings.text(name, otherwise)).toAbsolutePath();
    }

    /// For a process of the node: the same settings.
    void intoEnvironment(Map<String, String> environment) {
        environment.put("WIRT_NODE_ID", Long.toString(id));
        environment.put("WIRT_NODE_HOME", home.toString());
        environment.put("WIRT_NODE_RUN", sockets.toString());
        environment.put("WIRT_HOSTING", hosting.toString());
        for (var port : ports.all()) environment.put(port.variable(), Integer.toString(port.number()));
        environment.put(NodePorts.PASSIVE, ports.passive().toString());
    }

    /// In the order in which they start.
    List<NodeServer> servers() {
        return List.of(php(), web(), ftp(), mailboxes(), mail(), agent());
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

    Tls tls() {
        return new Tls(home.resolve("tls"));
    }

    PhpPools php() {
        return new PhpPools(home.resolve("php"), sockets, home.resolve("mail/settings"));
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
