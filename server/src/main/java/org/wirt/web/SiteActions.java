package org.wirt.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wirt.speech.Texts;
import org.wirt.value.Causes;
import org.wirt.web.ui.Action;

/// What can be done with one site; each deed comes back to the page it was asked for on.
final class SiteActions {

    private SiteActions() {}

    static List<Action> status(Texts t, String id, Causes own, boolean disabled, boolean provider, String back) {
        var actions = new ArrayList<Action>();
        actions.add(
                own.isActive()
                        ? returning(Action.Kind.AT_ONCE, t.of("web.suspend"), "player-pause", "site.suspend", id, back)
                        : returning(
                                Action.Kind.AT_ONCE, t.of("web.activate"), "circle-check", "site.activate", id, back));
        if (!provider) return actions;
        actions.add(
                disabled
                        ? returning(Action.Kind.AT_ONCE, t.of("web.hosting.enable"), "check", "site.enable", id, back)
                        : returning(Action.Kind.AT_ONCE, t.of("web.hosting.disable"), "ban", "site.disable", id, back));
        return actions;
    }

    static Action rename(Texts t, String id, String back) {
        return Action.link(
                t.of("verb.site.rename"),
                "pencil",
                "/sites/" + id + "/name?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    /// Where it leads, and that it leads there no longer.
    static List<Action> redirect(Texts t, String id, boolean redirected, String back) {
        var change = Action.link(
                t.of(redirected ? "web.hosting.redirect.change" : "verb.site.redirect"),
                "link",
                "/sites/" + id + "/redirect?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        return redirected
                ? List.of(
                        change,
                        returning(
                                Action.Kind.AT_ONCE, t.of("verb.site.serve"), "arrow-back-up", "site.serve", id, back))
                : List.of(change);
    }

    /// Whether its mail is served here.
    static Action mail(Texts t, String id, boolean off, String back) {
        return off
                ? returning(Action.Kind.AT_ONCE, t.of("verb.site.mail-on"), "mail", "site.mail-on", id, back)
                : returning(Action.Kind.DIALOG, t.of("verb.site.mail-off"), "ban", "site.mail-off", id, back);
    }

    static Action remove(Texts t, String id, String back) {
        return returning(Action.Kind.DIALOG, t.of("web.remove"), "trash", "site.remove", id, back)
                .dangerous();
    }

    static Action returning(Action.Kind kind, String label, String icon, String verb, String id, String back) {
        var href = "/bulk/" + verb + "?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return new Action(kind, label, icon, href, id, null, false);
    }
}
