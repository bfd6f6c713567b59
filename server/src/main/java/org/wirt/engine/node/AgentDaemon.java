package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The agent as one of the node's servers: a process of its own that has kept of root's rights what its work needs.
final class AgentDaemon implements NodeServer {

    /// To make files that belong to others, to look into their folders, to end their processes, to start PHP under
    /// their numbers, and to break a connection. Not: to load modules, to mount, to trace, to set the clock.
    private static final String RIGHTS =
            "-all,+chown,+dac_override,+dac_read_search,+fowner,+fsetid,+kill,+setgid,+setuid,+sys_resource,+net_admin";

    private final NodeSettings node;
    private final Path folder;
    private final Unit unit;

    AgentDaemon(NodeSettings node) {
        this.node = node;
        this.folder = node.home().resolve("agent");
        var words = new ArrayList<>(List.of("setpriv", "--bounding-set", RIGHTS, "--"));
        words.addAll(OwnProcess.words("agent"));
        this.unit = Unit.of(
                        node.home(),
                        "agent",
                        new Daemon("The agent", folder.resolve("agent.pid"), OwnProcess.WORD),
                        words)
                .in(node);
    }

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public List<String> packages() {
        // For the brake, ss, setpriv and setsid, kill; what moves is fetched by rsync, over a line that nc takes to the
        // agent.
        return List.of("nftables", "iproute2", "util-linux", "procps", "rsync", "netcat-openbsd");
    }

    @Override
    public List<Unit> units() {
        return List.of(unit);
    }

    /// One of an older release is stopped, to start with this one, and so is what it holds off.
    @Override
    public void install() throws IOException {
        Daemon.closed(folder);
        Daemon.closed(node.intent().folder());
        stop();
    }

    /// What the process itself does: it writes down its number and works until it is ended.
    void run() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("agent.pid"),
                Long.toString(ProcessHandle.current().pid()));
        var database = new AgentDatabase(node.sockets());
        var agent = new NodeAgent(node, database, new PanelLink(database, node.ticket(), node.root()));
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close));
        agent.start();
        try {
            Thread.currentThread().join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() throws IOException {
        NodeServer.super.stop();
        Brake.of(node).release();
    }

    @Override
    public void erase() throws IOException {
        stop();
        unit.erase();
        Daemon.erase(folder);
    }

    @Override
    public String where() {
        return "follows the node's database";
    }
}
