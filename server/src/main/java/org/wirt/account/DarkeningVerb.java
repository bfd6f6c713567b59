package org.wirt.account;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.account.Reasons.Subject;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Outward;
import org.wirt.operation.Undoable;
import org.wirt.operation.Verdict;

/// A verb that puts one reason on things. It is taken back where that reason still stands, whatever else has come.
///
/// @param <T> accounts, subscriptions or sites
public abstract class DarkeningVerb<T extends Reasoned, I extends Record> implements Undoable<T, I>, Outward {

    protected final Darkening darkening;
    private final Subject subject;

    protected DarkeningVerb(Darkening darkening, Subject subject) {
        this.darkening = darkening;
        this.subject = subject;
    }

    @Override
    public Verdict judgeUndo(T target, Change done, Job undone, Caller caller) {
        return judgeUndoOfAll(List.of(target), List.of(done), undone, caller).getFirst();
    }

    @Override
    public List<Verdict> judgeUndoOfAll(List<T> targets, List<Change> done, Job undone, Caller caller) {
        return darkening.judgeUndo(subject, targets, undone);
    }

    @Override
    public List<Change> undo(List<T> targets, List<Change> done, Job undone, Caller caller) {
        return darkening.undo(subject, targets, undone);
    }
}
