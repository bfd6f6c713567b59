package org.wirt.web.ui;

import org.jspecify.annotations.Nullable;

/// Something one can do with one object: a link to its page, a dialog, or a deed at once.
/// @param reason why it is impossible now; absent when it is possible
public record Action(
        Kind kind,
        String label,
        String icon,
        String href,
        String id,
        @Nullable String reason,
        boolean danger) {

    public enum Kind {
        LINK,
        DIALOG,
        AT_ONCE,
        POST
    }

    public static Action link(String label, String icon, String href) {
        return new Action(Kind.LINK, label, icon, href, "", null, false);
    }

    /// Opens the preview of a verb for one object.
    public static Action dialog(String label, String icon, String verb, String id) {
        return new Action(Kind.DIALOG, label, icon, "/bulk/" + verb, id, null, false);
    }

    /// Does the verb without asking, unless the server has a question.
    public static Action atOnce(String label, String icon, String verb, String id) {
        return new Action(Kind.AT_ONCE, label, icon, "/bulk/" + verb, id, null, false);
    }

    public static Action post(String label, String icon, String href) {
        return new Action(Kind.POST, label, icon, href, "", null, false);
    }

    public Action refused(@Nullable String why) {
        return new Action(kind, label, icon, href, id, why, danger);
    }

    public Action dangerous() {
        return new Action(kind, label, icon, href, id, reason, true);
    }

    public String address() {
        return id.isEmpty() ? href : href + "?id=" + id;
    }
}
