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

    static final String HELD_OFF = "open connections too fast and are held off; others are served";

    /// So many seconds' worth may come at once.
    private static final int BURST = 4;

    private static final int PATIENCE_SECONDS = 5;
    private static final String FAMILY = "inet";
    private static final JsonMapper JSON = new JsonMapper();

    private final String table;
    private final List<Crowd> crowds;

    /// @param home of the node: two on one machine have their own
    Brake(Path home, List<Crowd> crowds) {
        this.table = "wirt_" + Integer.toHexString(home.toString().hashCode());
        this.crowds = crowds;
    }

    static Brake of(NodeSettings node) {
        return new Brake(
                node.home(),
                node.servers().stream()
                        .flatMap(server -> server.crowds().stream())
                        .filter(crowd -> crowd.rate() > 0)
                        .toList());
    }

    /// From now on. Who is known to hurry is forgotten.
    void apply() throws IOException {
        var rules = new StringBuilder();
        for (var crowd : crowds) rules.append(rule(crowd));
        nft("-f", "-")
                .run(Template.of("brake/table.nft")
                        .with("name", table)
                        .with("rules", rules)
                        .text());
    }

    private static String rule(Crowd crowd) throws IOException {
        return Template.of("brake/rule.nft")
                .with(
                        "ports",
                        crowd.ports().stream()
                                .map(port -> Integer.toString(port.number()))
                                .collect(Collectors.joining(", ")))
                .with("rate", crowd.rate())
                .with("burst", crowd.rate() * BURST)
                .text();
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
        try {
            return nft("list", "chain", FAMILY, table, "arriving").run().contains("goto holding");
        } catch (IOException _) {
            return false;
        }
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
