package org.wirt.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Drifts;
import org.wirt.hosting.HostingNode;
import org.wirt.hosting.HostingNodes;
import org.wirt.hosting.Relocating;
import org.wirt.hosting.ServingNode;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.EmptyState;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.HostingRow;
import org.wirt.web.ui.ServicesPage;
import org.wirt.web.ui.Status;

/// The machines that serve customers: how they are, how much room they have, and whether they answer as they should.
@Controller
class NodesController {

    private static final int MOVES = 20;

    private record Found(List<HostingNode> nodes, List<Drifts.One> drifts, List<Relocating.One> moving) {}

    private final HostingNodes nodes;
    private final Drifts drifts;
    private final Relocating relocating;
    private final ScopedTransaction transaction;
    private final Clock clock;

    NodesController(
            HostingNodes nodes, Drifts drifts, Relocating relocating, ScopedTransaction transaction, Clock clock) {
        this.nodes = nodes;
        this.drifts = drifts;
        this.relocating = relocating;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static ToolsController.Tool nodesTool() {
        return new ToolsController.Tool(50, "web.nodes", "server", "/nodes", Set.of(Level.ADMINISTRATOR));
    }

    @GetMapping("/nodes")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        var t = visit.t();
        var found = transaction.read(visit.scope(), () -> new Found(nodes.all(), drifts.all(), relocating.all(MOVES)));
        var title = t.of("web.nodes");
        var notes = new ArrayList<String>();
        for (var one : found.moving) notes.add(RelocationWords.sentence(t, one));
        for (var node : found.nodes) machine(t, node, notes);
        for (var drift : found.drifts) notes.add(sentence(t, drift, found.nodes));
        boolean none = found.nodes.isEmpty();
        var page = new ServicesPage(
                visit.frame().titled(title, new Crumb(t.of("web.tools-and-settings"), "/tools"), Crumb.here(title)),
                title,
                notes,
                null,
                none ? List.of() : List.of(group(t, found)),
                none ? new EmptyState("server", t.of("web.nodes.none"), null) : null,
                List.of());
        return new ModelAndView("hosting/services", "page", page);
    }

    /// Links of previews to single nodes lead to the list.
    @GetMapping("/nodes/{id}")
    String one(Visit visit, @PathVariable long id) {
        Visits.from(visit, Level.ADMINISTRATOR);
        return "redirect:/nodes";
    }

    private HostingGroup group(Texts t, Found found) {
        return new HostingGroup(
                "nodes",
                t.of("web.nodes"),
                null,
                null,
                t.of("web.nodes.placing"),
                null,
                t.of("web.nodes.name"),
                List.of(
                        t.of("web.nodes.address"),
                        t.of("web.subscriptions"),
                        t.of("web.nodes.room"),
                        t.of("web.nodes.heard"),
                        t.of("web.nodes.looked")),
                found.nodes.stream().map(node -> row(t, node, found)).toList(),
                t.of("web.nodes.none"));
    }

    private HostingRow row(Texts t, HostingNode node, Found found) {
        var id = String.valueOf(node.id());
        return new HostingRow(
                id,
                node.name(),
                null,
                node.accepts() ? "" : t.of("web.nodes.drained"),
                status(t, node, found.drifts),
                List.of(
                        node.address(),
                        t.count(node.subscriptions()),
                        node.room().map(t::size).orElse(""),
                        node.heard().map(t::dateTime).orElse(""),
                        node.looked().map(t::dateTime).orElse("")),
                actions(t, node, id, found.nodes.size() > 1));
    }

    private static List<Action> actions(Texts t, HostingNode node, String id, boolean several) {
        var actions = new ArrayList<Action>();
        actions.add(
                node.accepts()
                        ? SiteActions.returning(
                                Action.Kind.AT_ONCE, t.of("verb.node.drain"), "ban", "node.drain", id, "/nodes")
                        : SiteActions.returning(
                                Action.Kind.AT_ONCE, t.of("verb.node.accept"), "check", "node.accept", id, "/nodes"));
        actions.add(Action.link(t.of("web.nodes.subscriptions"), "license", "/subscriptions?node=" + id));
        if (several && node.subscriptions() > 0)
            actions.add(Action.link(
                    t.of("web.nodes.relocate"),
                    "server",
                    "/bulk/subscription.relocate?all=true&where.node=" + id + "&return=%2Fnodes"));
        return actions;
    }

    private Status status(Texts t, HostingNode node, List<Drifts.One> drifts) {
        if (isSilent(node)) return new Status(Status.Kind.WARNING, List.of(t.of("web.nodes.silent")));
        long odd = drifts.stream().filter(one -> one.node() == node.id()).count();
        if (odd == 0 && node.otherRelease()) return new Status(Status.Kind.WARNING, List.of(t.of("web.nodes.release")));
        return odd > 0
                ? new Status(Status.Kind.WARNING, List.of(t.of("web.nodes.odd", odd)))
                : Status.of(Status.Kind.ACTIVE);
    }

    private boolean isSilent(HostingNode node) {
        return ServingNode.isSilent(node.heard().orElse(Instant.EPOCH), clock.instant());
    }

    private void machine(Texts t, HostingNode node, List<String> notes) {
        if (isSilent(node)) notes.add(t.of("web.nodes.silent.what", node.name()));
        int ahead = node.clockAhead();
        if (Math.abs(ahead) >= HostingNode.WRONG_CLOCK_SECONDS)
            notes.add(t.of(
                    ahead > 0 ? "web.nodes.clock.ahead" : "web.nodes.clock.behind",
                    node.name(),
                    t.count(Math.abs(ahead))));
        if (node.otherRelease()) notes.add(t.of("web.nodes.release.what", node.name()));
        for (var service : node.crowded())
            notes.add(t.of("web.nodes.crowded", node.name(), HostingWords.service(t, service)));
        if (!node.heldOff().isEmpty())
            notes.add(t.of("web.nodes.held", node.name(), String.join(", ", node.heldOff())));
        for (var folder : node.fullDisks()) notes.add(t.of("web.nodes.full", node.name(), folder));
    }

    private static String sentence(Texts t, Drifts.One drift, List<HostingNode> nodes) {
        var name = nodes.stream()
                .filter(node -> node.id() == drift.node())
                .map(HostingNode::name)
                .findFirst()
                .orElse("");
        var service = HostingWords.service(t, drift.service());
        if (drift.subject().isEmpty()) return t.of("web.nodes.drift.nobody", name, service);
        return t.of(
                drift.dark() ? "web.nodes.drift.lit" : "web.nodes.drift.dark",
                name,
                service,
                drift.subject(),
                String.valueOf(drift.answer()));
    }
}
