package org.wirt.web;

import org.wirt.operation.Job;
import org.wirt.operation.Verbs;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.Texts;

/// What is said after a deed.
final class Receipts {

    private Receipts() {}

    /// One target: the message, the receipt behind a link, and the way back where there is one.
    static Flash flash(Texts t, Verbs.Known<?, ?> verb, Job job) {
        boolean done = job.count(Job.Outcome.DONE) > 0;
        var text = done ? t.of("web.done." + verb.name()) : t.of("web.already-so");
        return new Flash(
                done ? Flash.Kind.DONE : Flash.Kind.NOTE,
                text,
                new Link(t.of("web.receipt"), "/jobs/" + job.id()),
                done && verb.undoable() ? "/jobs/" + job.id() + "/undo" : null);
    }
}
