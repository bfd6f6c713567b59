package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be done with one reseller, in the order of the sidebar; a verb that may not be used is left out, one that
/// is impossible now stays and says why.
public final class ResellerActions {

    private ResellerActions() {}

    public static List<Action> of(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        actions.addAll(before(t, id, verbs, refusals));
        actions.addAll(status(t, id, verbs, refusals));
        actions.addAll(more(t, id, verbs, refusals));
        actions.addAll(after(t, id, verbs, refusals));
        return actions;
    }

    /// Above *Change Status*.
    public static List<Action> before(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var page = "/resellers/" + id;
        var actions = new ArrayList<Action>();
        var enter = Action.post(t.of("web.log-in-as-reseller"), "login-2", page + "/act-as");
        add(actions, "reseller.log-in-as", enter, verbs, refusals);
        var contact = Action.link(t.of("web.edit-contact"), "pencil", page + "/contact");
        add(actions, "reseller.contact", contact, verbs, refusals);
        var login = Action.link(t.of("web.change-login"), "key", page + "/login");
        add(actions, "reseller.login", login, verbs, refusals);
        return actions;
    }

    /// Inside *Change Status*.
    public static List<Action> status(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        var suspend = Action.dialog(t.of("web.suspend"), "player-pause", "reseller.suspend", id);
        add(actions, "reseller.suspend", suspend, verbs, refusals);
        var activate = Action.atOnce(t.of("web.activate"), "circle-check", "reseller.activate", id);
        add(actions, "reseller.activate", activate, verbs, refusals);
        return actions;
    }

    /// Inside *More tools*.
    public static List<Action> more(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        var plan = Action.link(t.of("web.hosting.change-plan"), "package", "/bulk/reseller.plan?id=" + id);
        add(actions, "reseller.plan", plan, verbs, refusals);
        var convert = Action.link(t.of("web.convert-to-customer"), "transform", "/bulk/reseller.convert?id=" + id);
        add(actions, "reseller.convert", convert, verbs, refusals);
        var expiry = Action.link(t.of("web.hosting.expiry"), "calendar", "/bulk/reseller.expiry?id=" + id);
        add(actions, "reseller.expiry", expiry, verbs, refusals);
        return actions;
    }

    public static List<Action> after(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        var remove = Action.dialog(t.of("web.remove"), "trash", "reseller.remove", id)
                .dangerous();
        add(actions, "reseller.remove", remove, verbs, refusals);
        return actions;
    }

    private static void add(
            List<Action> actions, String verb, Action action, Set<String> verbs, Map<String, String> refusals) {
        if (verbs.contains(verb)) actions.add(action.refused(refusals.get(verb)));
    }
}
