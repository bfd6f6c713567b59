package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Whether new subscriptions are placed on a node. Those that are there stay.
abstract class PlacingOnNode implements Operation<HostingNode, PlacingOnNode.Input> {

    record Input() {}

    private final DSLContext database;
    private final boolean accepts;

    PlacingOnNode(DSLContext database, boolean accepts) {
        this.database = database;
        this.accepts = accepts;
    }

    @Override
    public Verdict judge(HostingNode node, Input input, Caller caller) {
        return node.accepts() == accepts ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<HostingNode> nodes, Input input, Caller caller, Job job) {
        database.execute(
                "update wirt.node set accepts = ? where id = any(?)",
                accepts,
                nodes.stream().map(HostingNode::id).toArray(Long[]::new));
        return nodes.stream()
                .map(node -> Change.of(node.id(), "accepts", !accepts, accepts))
                .toList();
    }

    /// It takes new ones again.
    @Verb(name = "node.accept", from = Level.ADMINISTRATOR)
    static class Accept extends PlacingOnNode {
        Accept(DSLContext database) {
            super(database, true);
        }
    }

    /// It takes no more, where another one does.
    @Verb(name = "node.drain", from = Level.ADMINISTRATOR)
    static class Drain extends PlacingOnNode {
        Drain(DSLContext database) {
            super(database, false);
        }
    }
}
