package org.wirt.web.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.speech.Texts;

/// What can be done with a customer and with a reseller alike.
final class AccountActions {

    private AccountActions() {}

    /// Above *Change Status*.
    static List<Action> before(Texts t, String kind, String id, Set<String> verbs, Map<String, String> refusals) {
        var page = "/" + kind + "s/" + id;
        return new Actions(verbs, refusals)
                .offer(kind + ".log-in-as", Action.post(t.of("web.log-in-as-" + kind), "login-2", page + "/act-as"))
                .offer(kind + ".contact", Action.link(t.of("web.edit-contact"), "pencil", page + "/contact"))
                .offer(kind + ".login", Action.link(t.of("web.change-login"), "key", page + "/login"))
                .list();
    }

    /// Inside *Change Status*.
    static List<Action> status(Texts t, String kind, String id, Set<String> verbs, Map<String, String> refusals) {
        var suspend = kind + ".suspend";
        var activate = kind + ".activate";
        return new Actions(verbs, refusals)
                .offer(suspend, Action.dialog(t.of("web.suspend"), "player-pause", suspend, id))
                .offer(activate, Action.atOnce(t.of("web.activate"), "circle-check", activate, id))
                .list();
    }

    static Action remove(Texts t, String kind, String id) {
        return Action.dialog(t.of("web.remove"), "trash", kind + ".remove", id).dangerous();
    }
}
