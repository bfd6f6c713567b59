package org.wirt.web;

import org.wirt.operation.Job;
import org.wirt.operation.Verbs;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.Texts;

/// What is said after a deed.
final class Receipts {

    private Receipts() {}

    /// One target: the message, or what must be said instead, the receipt behind a link, and the way back where there
    /// is one.
    static Flash flash(Texts t, Verbs.Known<?, ?> verb, Job job) {
        boolean done = job.count(Job.Outcome.DONE) > 0;
        var all = done ? t.of("web.done." + verb.name()) : t.of("web.already-so");
        var text = job.remark().map(remark -> Words.sentence(t, remark)).orElse(all);
        return new Flash(
                done && job.remark().isEmpty() ? Flash.Kind.DONE : Flash.Kind.NOTE,
                text,
                new Link(t.of("web.receipt"), "/jobs/" + job.id()),
                done && verb.undoable() ? "/jobs/" + job.id() + "/undo" : null);
    }
}
