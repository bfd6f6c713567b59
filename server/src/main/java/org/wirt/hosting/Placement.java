package org.wirt.hosting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which node a new subscription goes to. Pure.
final class Placement {

    private static final Comparator<ServingNode> ROOMIEST = Comparator.comparing(
                    (ServingNode node) -> node.room().orElse(0L))
            .reversed()
            .thenComparingLong(ServingNode::id);

    private Placement() {}

    /// Where most room is, of those that take some and are heard of; where none of them is, of those that take some;
    /// where none takes any, of all: a contract is not refused because every node is to be emptied.
    ///
    /// @return empty where no node serves, so that the panel does
    static Optional<ServingNode> of(List<ServingNode> nodes, Instant now) {
        return best(nodes.stream()
                        .filter(node -> node.accepts() && !node.isSilent(now))
                        .toList())
                .or(() -> best(nodes.stream().filter(ServingNode::accepts).toList()))
                .or(() -> best(nodes));
    }

    private static Optional<ServingNode> best(List<ServingNode> nodes) {
        return nodes.stream().min(ROOMIEST);
    }
}
