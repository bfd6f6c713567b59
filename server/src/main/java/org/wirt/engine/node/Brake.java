package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wirt.database.Command;
import tools.jackson.databind.json.JsonMapper;

/// Holds off at the kernel whoever opens connections faster than servers that spend a process on each can refuse them
/// (nft(8)): a table of this node's own, beside whatever else filters on the machine.
final class Brake {

    static final String HELD_OFF = "opens connections too fast and is held off; others are served";

    /// New connections of one address to one port each second; the slowest server refuses some two hundred.
    private static final int RATE = 20;
    /// What may come at once.
    private static final int BURST = 100;

    private static final int PATIENCE_SECONDS = 5;
    private static final String FAMILY = "inet";
    private static final JsonMapper JSON = new JsonMapper();

    private final String table;
    private final List<Port> ports;

    /// @param home of the node: two on one machine have their own
    Brake(Path home, List<Port> ports) {
        this.table = "wirt_" + Integer.toHexString(home.toString().hashCode());
        this.ports = ports;
    }

    static Brake of(NodeSettings node) {
        return new Brake(
                node.home(),
                node.servers().stream()
                        .flatMap(server -> server.crowds().stream())
                        .filter(Crowd::aProcessEach)
                        .flatMap(crowd -> crowd.ports().stream())
                        .toList());
    }

    /// From now on. Who is known to hurry is forgotten.
    void apply() throws IOException {
        nft("-f", "-")
                .run(Template.of("brake.nft")
                        .with("name", table)
                        .with(
                                "ports",
                                ports.stream().map(port -> "" + port.number()).collect(Collectors.joining(", ")))
                        .with("rate", RATE)
                        .with("burst", BURST)
                        .text());
    }

    /// Whom it has held off within the last minute. A brake that somebody has taken away with all tables of the machine
    /// is applied again.
    ///
    /// @return addresses, of IPv6 the networks
    List<String> heldOff() throws IOException {
        if (!isApplied()) apply();
        var held = new ArrayList<>(elements("held"));
        for (var network : elements("held6")) held.add(network + "/64");
        return held;
    }

    boolean isApplied() throws IOException {
        return nft("list", "chain", FAMILY, table, "arriving").succeeds();
    }

    private List<String> elements(String set) throws IOException {
        var said = JSON.readTree(nft("-j", "list", "set", FAMILY, table, set).run());
        var found = new ArrayList<String>();
        for (var part : said.path("nftables"))
            for (var one : part.path("set").path("elem"))
                found.add(one.path("elem").path("val").asString());
        return found;
    }

    void release() throws IOException {
        if (isApplied()) nft("delete", "table", FAMILY, table).run();
    }

    private static Command nft(String... words) {
        var all = new ArrayList<>(List.of("/usr/sbin/nft"));
        all.addAll(List.of(words));
        return new Command(all).within(PATIENCE_SECONDS);
    }
}
