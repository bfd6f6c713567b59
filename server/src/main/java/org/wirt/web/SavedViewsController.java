package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Address;
import org.wirt.web.ui.Flash;

/// Filters and order of a list under a name of one's own; every list state is an address, so a view is one. And how
/// high rows are.
@Controller
class SavedViewsController {

    private static final List<String> LISTS = List.of("customers", "resellers", "subscriptions", "domains");

    private final ListPreferences preferences;

    SavedViewsController(ListPreferences preferences) {
        this.preferences = preferences;
    }

    @PostMapping("/views/save")
    String save(Visit visit) {
        var list = list(visit);
        var name = visit.parameter("name").strip();
        var t = visit.t();
        if (name.isEmpty() || name.length() > ListPreferences.NAME || name.indexOf('\0') >= 0) {
            visit.say(Flash.problem(t.of("web.views.name-form", ListPreferences.NAME)));
        } else if (preferences.keepView(visit, list, name, visit.parameter("query"))) {
            visit.say(Flash.done(t.of("web.views.saved", name)));
        } else {
            visit.say(Flash.problem(t.of("web.views.many", ListPreferences.VIEWS)));
        }
        return "redirect:" + visit.returnTo("/" + list);
    }

    @PostMapping("/views/remove")
    String remove(Visit visit) {
        var list = list(visit);
        var name = visit.parameter("view");
        preferences.dropView(visit, list, name);
        visit.say(Flash.done(visit.t().of("web.views.removed", name)));
        return "redirect:" + visit.returnTo("/" + list);
    }

    /// For all lists at once.
    @PostMapping("/density")
    String density(Visit visit) {
        preferences.density(visit.session().person().loginId(), visit.parameter("density"));
        return "redirect:" + visit.returnTo("/");
    }

    private static String list(Visit visit) {
        var list = visit.parameter("list");
        if (!LISTS.contains(list)) throw new Refused(Refusal.notFound());
        return list;
    }

    /// Whether the list at this address keeps views.
    static boolean keepsViews(Address address) {
        return LISTS.contains(address.path().substring(1));
    }
}
