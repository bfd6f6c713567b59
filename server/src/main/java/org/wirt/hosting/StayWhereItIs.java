package org.wirt.hosting;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;

/// Calls a move to another node off, at any moment before the subscription has gone over.
@Verb(name = "subscription.stay", from = Level.ADMINISTRATOR)
class StayWhereItIs implements Operation<Space, StayWhereItIs.Input> {

    record Input() {}

    private final Relocating relocating;

    StayWhereItIs(Relocating relocating) {
        this.relocating = relocating;
    }

    @Override
    public Verdict judge(Space space, Input input, Caller caller) {
        return judgeAll(List.of(space), input, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeAll(List<Space> spaces, Input input, Caller caller) {
        var moving = relocating.underWay(spaces.stream().map(Space::id).toList());
        return spaces.stream()
                .map(space -> moving.contains(space.id()) ? Verdict.allowed() : Verdict.unchanged())
                .toList();
    }

    @Override
    public List<Change> apply(List<Space> spaces, Input input, Caller caller, Job job) {
        var going = relocating.of(spaces.stream().map(Space::id).toList());
        relocating.stop(going.stream().map(Relocating.One::subscription).toList());
        return going.stream()
                .map(one -> Change.of(one.subscription(), "node", one.to(), one.from()))
                .toList();
    }
}
