package org.wirt.subscription;

/// Which mailboxes answer by themselves at this moment, for all who count them.
public final class Answering {

    /// Of a mailbox `m`.
    public static final String NOW =
            "m.answer_text is not null and not m.answer_off and wirt.has_not_ended(m.answer_until)";

    private Answering() {}
}
