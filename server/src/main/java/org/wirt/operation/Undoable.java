package org.wirt.operation;

import java.util.List;
import org.wirt.access.Caller;

/// A verb that can be taken back while nothing newer contradicts it.
public interface Undoable<T extends Operand, I extends Record> extends Operation<T, I> {

    /// May what `done` did to this target be taken back, as it now is?
    Verdict judgeUndo(T target, Change done, Job undone, Caller caller);

    List<Change> undo(List<T> targets, List<Change> done, Job undone, Caller caller);
}
