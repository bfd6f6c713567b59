package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Openings;
import org.wirt.hosting.Space;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.HostingGroup;
import org.wirt.web.ui.HostingRow;

/// The forwards of a subscription as a group of rows, the same for the customer and for his provider.
final class ForwardGroups {

    private static final int SHOWN = 3;

    private ForwardGroups() {}

    /// @param title where there are several such groups, with the subscription's name
    static HostingGroup of(Visit visit, Space space, String title, List<Forward> forwards, String back) {
        var t = visit.t();
        boolean may = Openings.manage(space, visit.caller()).isEmpty()
                && !HostingGroups.hidden(Openings.forward(space, visit.caller()));
        var rows = new ArrayList<HostingRow>();
        for (var forward : forwards) {
            if (forward.space().id() != space.id()) continue;
            var menu = may ? menu(visit, forward, back) : List.<Action>of();
            rows.add(new HostingRow(
                    String.valueOf(forward.id()),
                    forward.name(),
                    null,
                    note(t, forward),
                    HostingWords.status(t, forward.mailOff(), space.causes(), space.above()),
                    List.of(targets(visit, forward), t.of(forward.keep() ? "web.yes" : "web.no")),
                    menu));
        }
        var add = HostingGroups.add(
                visit,
                Openings.forward(space, visit.caller()),
                t.of("web.hosting.add-forward"),
                "/subscriptions/" + space.id() + "/forwards/new",
                back);
        return new HostingGroup(
                "forwards-" + space.id(),
                title,
                null,
                null,
                "",
                add,
                t.of("web.hosting.address"),
                List.of(t.of("web.hosting.targets"), t.of("web.hosting.keep")),
                rows,
                t.of("web.hosting.no-forwards"));
    }

    private static List<Action> menu(Visit visit, Forward forward, String back) {
        var menu = new ArrayList<Action>();
        menu.add(link(visit.t().of("web.hosting.change-forward"), forward, "change", back));
        if (!forward.isNobodys()) menu.add(link(visit.t().of("verb.forward.rename"), forward, "name", back));
        menu.add(HostingGroups.remove(visit, "forward.remove", forward.id(), back));
        return menu;
    }

    private static Action link(String label, Forward forward, String page, String back) {
        return Action.link(
                label, "pencil", "/forwards/" + forward.id() + "/" + page + "?return=" + HostingGroups.encoded(back));
    }

    private static String note(Texts t, Forward forward) {
        if (forward.isNobodys()) return t.of("web.hosting.nobody");
        return forward.alias() ? t.of("web.hosting.alias") : "";
    }

    private static String targets(Visit visit, Forward forward) {
        var some = String.join(", ", forward.targets().stream().limit(SHOWN).toList());
        int more = forward.targets().size() - SHOWN;
        return more > 0 ? visit.t().of("web.hosting.targets.more", some, more) : some;
    }
}
