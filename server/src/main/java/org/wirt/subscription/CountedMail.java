package org.wirt.subscription;

/// What counts where mail is counted, in words of SQL.
public final class CountedMail {

    private CountedMail() {}

    /// Which mailboxes answer by themselves at this moment.
    ///
    /// @param row the alias of mailboxes
    public static String answers(String row) {
        return "%1$s.answer_text is not null and not %1$s.answer_off and wirt.has_not_ended(%1$s.answer_until)"
                .formatted(row);
    }

    /// Which forwards are addresses of their own: neither another name of a mailbox nor mail for nobody.
    ///
    /// @param row the alias of forwards
    public static String forwards(String row) {
        return "not %1$s.alias and %1$s.local <> '*'".formatted(row);
    }
}
