package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.speech.Texts;

/// What can be done with one customer, in the order of the sidebar.
public final class CustomerActions {

    private static final String CUSTOMER = "customer";

    private CustomerActions() {}

    public static List<Action> of(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        var actions = new ArrayList<Action>();
        actions.addAll(before(t, id, verbs, refusals));
        actions.addAll(status(t, id, verbs, refusals));
        actions.addAll(after(t, id, verbs, refusals, ""));
        return actions;
    }

    /// Above *Change Status*.
    public static List<Action> before(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return AccountActions.before(t, CUSTOMER, id, verbs, refusals);
    }

    /// Inside *Change Status*.
    public static List<Action> status(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return AccountActions.status(t, CUSTOMER, id, verbs, refusals);
    }

    /// Below *Change Status*, on his page: what opens another page comes back to it.
    public static List<Action> after(Texts t, String id, Set<String> verbs, Map<String, String> refusals) {
        return after(t, id, verbs, refusals, "&return=/customers/" + id);
    }

    private static List<Action> after(
            Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var convert = Action.link(t.of("web.convert"), "transform", "/bulk/customer.convert?id=" + id + back);
        var restore = Action.atOnce(t.of("verb.customer.restore"), "arrow-back-up", "customer.restore", id);
        return new Actions(verbs, refusals)
                .offer("customer.convert", convert)
                .offer("customer.remove", AccountActions.remove(t, CUSTOMER, id))
                .offer("customer.restore", restore)
                .list();
    }
}
