package org.wirt.web.ui;

import java.util.List;

/// Preview and confirmation of a verb, as a dialog or as a page.
/// @param dialog   only the dialog is wanted
/// @param counts   what will change, in whole words ("5 Abonnements")
/// @param warnings full sentences
/// @param rows     the first rows; the rest is told by `more`
/// @param own      for activating: subscriptions with reasons of their own
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

    public boolean nothingToDo() {
        return rows.stream().noneMatch(row -> row.kind() == Status.Kind.DONE) && more == 0 && !rows.isEmpty();
    }
}
