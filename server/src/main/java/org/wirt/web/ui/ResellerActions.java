package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.speech.Texts;

/// What can be done with one reseller, in the order of the sidebar.
public final class ResellerActions {

    private static final String RESELLER = "reseller";

    private ResellerActions() {}

    public static List<Action> of(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        actions.addAll(before(t, id, verbs, refusals));
        actions.addAll(status(t, id, verbs, refusals));
        actions.addAll(more(t, id, verbs, refusals, ""));
        actions.addAll(after(t, id, verbs, refusals));
        return actions;
    }

    /// Above *Change Status*.
    public static List<Action> before(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return AccountActions.before(t, RESELLER, id, verbs, refusals);
    }

    /// Inside *Change Status*.
    public static List<Action> status(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return AccountActions.status(t, RESELLER, id, verbs, refusals);
    }

    /// Inside *More tools* of his page: what opens another page comes back to it.
    public static List<Action> more(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return more(t, id, verbs, refusals, "&return=/resellers/" + id);
    }

    private static List<Action> more(Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var which = id + back;
        var plan = Action.link(t.of("web.hosting.change-plan"), "package", "/bulk/reseller.plan?id=" + which);
        var convert = Action.link(t.of("web.convert-to-customer"), "transform", "/bulk/reseller.convert?id=" + which);
        var expiry = Action.link(t.of("web.hosting.expiry"), "calendar", "/bulk/reseller.expiry?id=" + which);
        return new Actions(verbs, refusals)
                .offer("reseller.plan", plan)
                .offer("reseller.convert", convert)
                .offer("reseller.expiry", expiry)
                .list();
    }

    public static List<Action> after(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return new Actions(verbs, refusals)
                .offer("reseller.remove", AccountActions.remove(t, RESELLER, id))
                .list();
    }
}
