package org.wirt.web;

import org.wirt.operation.Job;
import org.wirt.operation.Verbs;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Link;

/// What is said after a deed.
final class Receipts {

    private Receipts() {}

    /// One target: the message with its name, or what must be said instead, the receipt behind a link, and the way back
    /// where there is one.
    static Flash flash(Texts t, Verbs.Known<?, ?> verb, Job job) {
        return flash(t, verb, job, Deed.shown(job.name().orElse("")));
    }

    /// The same for something that was made just now: it is no target, so its name is said besides.
    static Flash flash(Texts t, Verbs.Known<?, ?> verb, Job job, String name) {
        boolean done = job.count(Job.Outcome.DONE) > 0;
        var all = done ? t.of("web.done." + verb.name(), name) : Words.unchanged(t, verb.name(), name);
        var text = job.remark().map(remark -> Words.sentence(t, remark)).orElse(all);
        return new Flash(
                done && job.remark().isEmpty() ? kind(job) : Flash.Kind.NOTE,
                confirmed(t, text, job),
                new Link(t.of("web.receipt"), "/jobs/" + job.id()),
                done && verb.undoable() ? "/jobs/" + job.id() + "/undo" : null);
    }

    static Flash.Kind kind(Job done) {
        return done.unconfirmed().isEmpty() ? Flash.Kind.DONE : Flash.Kind.NOTE;
    }

    /// With who has not said yet that its servers follow.
    static String confirmed(Texts t, String text, Job job) {
        if (job.unconfirmed().isEmpty()) return text;
        return text + " " + t.of("web.unconfirmed", String.join(", ", job.unconfirmed()));
    }
}
