package org.wirt.web.ui;

import java.util.List;

/// Preview and confirmation of a verb, as a dialog or as a page.
/// @param dialog   only the dialog is wanted
/// @param counts   what will change, in whole words ("5 Abonnements")
/// @param warnings full sentences
/// @param rows     the first rows; the rest is told by `more`
/// @param own      for activating: subscriptions with reasons of their own
/// @param held     for activating: accounts with a security hold of their own, which the reader may lift
/// @param fields   what else has to be said before it can be done
/// @param gaps     what the fields may name of each target
/// @param setsHold for suspending: whether the reader may make it a security hold
public record ConfirmPage(
        Frame frame,
        boolean dialog,
        Kind kind,
        String verb,
        String heading,
        List<String> counts,
        List<String> warnings,
        List<PreviewRow> rows,
        long more,
        List<OwnReason> own,
        List<OwnReason> held,
        List<Field> fields,
        List<Gap> gaps,
        boolean setsHold,
        Selection selection,
        Form form,
        String submit,
        String returnTo) {

    public enum Kind {
        PLAIN,
        SUSPEND,
        ACTIVATE,
        REMOVE
    }

    /// A subscription that stays dark unless the answer says otherwise.
    public record OwnReason(String id, String name, String href, String reason, boolean needsDate, boolean security) {}

    /// Nothing would change, whatever is answered: a date that is asked for can bring a subscription back.
    public boolean nothingToDo() {
        return rows.stream().noneMatch(row -> row.kind() == Status.Kind.DONE)
                && more == 0
                && !rows.isEmpty()
                && fields.isEmpty()
                && held.isEmpty()
                && own.stream().noneMatch(o -> o.needsDate() || o.security());
    }
}
