package org.wirt.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Action;

/// What can be done with one subscription: only what exists and may be used; what is impossible now says why.
final class SubscriptionActions {

    private SubscriptionActions() {}

    static List<Action> of(Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var actions = new ArrayList<Action>(status(t, id, verbs, refusals, back));
        actions.addAll(contract(t, id, verbs, refusals, back));
        actions.addAll(remove(t, id, verbs, refusals, back));
        return actions;
    }

    static List<Action> status(Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var actions = new ArrayList<Action>();
        var suspend = SiteActions.returning(
                Action.Kind.DIALOG, t.of("web.suspend"), "player-pause", "subscription.suspend", id, back);
        add(actions, "subscription.suspend", suspend, verbs, refusals);
        var activate = SiteActions.returning(
                Action.Kind.AT_ONCE, t.of("web.activate"), "circle-check", "subscription.activate", id, back);
        add(actions, "subscription.activate", activate, verbs, refusals);
        return actions;
    }

    static List<Action> contract(Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var actions = new ArrayList<Action>();
        var plan = Action.link(t.of("web.hosting.change-plan"), "package", to("subscription.plan", id, back));
        add(actions, "subscription.plan", plan, verbs, refusals);
        var bind = Action.link(t.of("web.hosting.bind-add-on"), "puzzle", to(AddOnChoices.BIND, id, back));
        add(actions, AddOnChoices.BIND, bind, verbs, refusals);
        var unbind = Action.link(t.of("web.hosting.unbind-add-on"), "minus", to(AddOnChoices.UNBIND, id, back));
        add(actions, AddOnChoices.UNBIND, unbind, verbs, refusals);
        var subscriber = Action.link(
                t.of("web.hosting.change-subscriber"), "arrows-exchange", to("subscription.subscriber", id, back));
        add(actions, "subscription.subscriber", subscriber, verbs, refusals);
        var expiry = Action.link(t.of("web.hosting.expiry"), "calendar", to("subscription.expiry", id, back));
        add(actions, "subscription.expiry", expiry, verbs, refusals);
        var relocate = SiteActions.returning(
                Action.Kind.DIALOG, t.of("verb.subscription.relocate"), "server", "subscription.relocate", id, back);
        add(actions, "subscription.relocate", relocate, verbs, refusals);
        return actions;
    }

    static List<Action> remove(Texts t, String id, Set<String> verbs, Map<String, String> refusals, String back) {
        var actions = new ArrayList<Action>();
        var remove =
                SiteActions.returning(Action.Kind.DIALOG, t.of("web.remove"), "trash", "subscription.remove", id, back);
        add(actions, "subscription.remove", remove.dangerous(), verbs, refusals);
        return actions;
    }

    private static String to(String verb, String id, String back) {
        return "/bulk/" + verb + "?id=" + id + "&return=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static void add(
            List<Action> actions, String verb, Action action, Set<String> verbs, Map<String, String> refusals) {
        if (verbs.contains(verb)) actions.add(action.refused(refusals.get(verb)));
    }
}
