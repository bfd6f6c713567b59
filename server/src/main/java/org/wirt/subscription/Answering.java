package org.wirt.subscription;

/// Which mailboxes answer by themselves at this moment, in words of SQL for all who count them.
public final class Answering {

    private Answering() {}

    /// @param row the alias of mailboxes
    public static String now(String row) {
        return "%1$s.answer_text is not null and not %1$s.answer_off and wirt.has_not_ended(%1$s.answer_until)"
                .formatted(row);
    }
}
