package org.wirt.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.wirt.access.Caller;

/// A verb that can be taken back while nothing newer contradicts it.
public interface Undoable<T extends Operand, I extends Record> extends Operation<T, I> {

    /// May what `done` did to this target be taken back, as it now is?
    Verdict judgeUndo(T target, Change done, Job undone, Caller caller);

    /// The same for a batch, one verdict for each in their order: what has to be asked of the database is asked once.
    default List<Verdict> judgeUndoOfAll(List<T> targets, List<Change> done, Job undone, Caller caller) {
        return IntStream.range(0, targets.size())
                .mapToObj(i -> judgeUndo(targets.get(i), done.get(i), undone, caller))
                .toList();
    }

    List<Change> undo(List<T> targets, List<Change> done, Job undone, Caller caller);
}
