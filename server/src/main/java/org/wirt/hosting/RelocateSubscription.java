package org.wirt.hosting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// Moves a subscription to another node: its files are fetched while everything goes on, then it is dark for the last
/// difference and comes back over there. The deed starts it; the nodes and the agent carry it on.
@Verb(name = "subscription.relocate", from = Level.ADMINISTRATOR)
class RelocateSubscription implements Operation<Space, RelocateSubscription.Input> {

    /// @param node where it goes to
    /// @param soon over there as soon as its files are; otherwise not before its old address is forgotten
    record Input(long node, boolean soon) {}

    /// How long the DNS lets others keep an address, unless something moves (`pdns.derived`).
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Relocating relocating;

    RelocateSubscription(Relocating relocating) {
        this.relocating = relocating;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        return judgeAll(List.of(space), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Space> spaces, Input input, Caller caller) {
        var nodes = relocating.nodes();
        var moving = relocating.underWay(spaces.stream().map(Space::id).toList());
        return spaces.stream()
                .map(space -> judge(space, input.node(), nodes, moving.contains(space.id())))
                .toList();
    }

    private static Verdict judge(Space space, long node, Map<Long, String> nodes, boolean moving) {
        if (!nodes.containsKey(space.node())) return Verdict.refused(Refusal.state("node-keeps-its-own"));
        if (!nodes.containsKey(node)) return Verdict.refused(Refusal.invalid("node", "node-unknown"));
        if (moving) return Verdict.refused(Refusal.state("relocation-under-way"));
        return space.node() == node ? Verdict.unchanged() : Verdict.allowed();
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        relocating.start(
                spaces.stream().map(Space::id).toList(),
                input.node(),
                input.soon() ? Duration.ZERO : REMEMBERED,
                caller.username());
        var nodes = relocating.nodes();
        return spaces.stream()
                .map(space -> Change.of(
                        space.id(), "node", nodes.getOrDefault(space.node(), ""), nodes.getOrDefault(input.node(), "")))
                .toList();
    }
}
