package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be done with one customer, in the order of the sidebar; a verb that may not be used is left out, one that
/// is
/// impossible now stays and says why.
public final class CustomerActions {

    private CustomerActions() {}

    public static List<Action> of(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        actions.addAll(before(t, id, verbs, refusals));
        actions.addAll(status(t, id, verbs, refusals));
        actions.addAll(after(t, id, verbs, refusals));
        return actions;
    }

    /// Above *Change Status*.
    public static List<Action> before(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var page = "/customers/" + id;
        var actions = new ArrayList<Action>();
        add(
                actions,
                "customer.log-in-as",
                Action.post(t.of("web.log-in-as-customer"), "login-2", page + "/act-as"),
                verbs,
                refusals);
        add(
                actions,
                "customer.contact",
                Action.link(t.of("web.edit-contact"), "pencil", page + "/contact"),
                verbs,
                refusals);
        add(actions, "customer.login", Action.link(t.of("web.change-login"), "key", page + "/login"), verbs, refusals);
        return actions;
    }

    /// Inside *Change Status*.
    public static List<Action> status(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        add(
                actions,
                "customer.suspend",
                Action.dialog(t.of("web.suspend"), "player-pause", "customer.suspend", id),
                verbs,
                refusals);
        add(
                actions,
                "customer.activate",
                Action.atOnce(t.of("web.activate"), "circle-check", "customer.activate", id),
                verbs,
                refusals);
        return actions;
    }

    /// Below *Change Status*.
    public static List<Action> after(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        add(
                actions,
                "customer.convert",
                Action.link(t.of("web.convert"), "transform", "/bulk/customer.convert?id=" + id),
                verbs,
                refusals);
        add(
                actions,
                "customer.remove",
                Action.dialog(t.of("web.remove"), "trash", "customer.remove", id)
                        .dangerous(),
                verbs,
                refusals);
        add(
                actions,
                "customer.restore",
                Action.atOnce(t.of("verb.customer.restore"), "arrow-back-up", "customer.restore", id),
                verbs,
                refusals);
        return actions;
    }

    private static void add(
            List<Action> actions, String verb, Action action, Set<String> verbs, Map<String, String> refusals) {
        if (verbs.contains(verb)) actions.add(action.refused(refusals.get(verb)));
    }
}
