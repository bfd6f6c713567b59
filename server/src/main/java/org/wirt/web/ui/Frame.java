package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirt.speech.Texts;

/// Everything around a page: who is here, where, in which language and look.
/// @param address path and query of this page, for the way back after changing language or theme
public record Frame(
        Texts t,
        Theme theme,
        String title,
        List<NavItem> nav,
        List<Crumb> crumbs,
        @Nullable Person person,
        Csrf csrf,
        @Nullable Flash flash,
        @Nullable Banner actingAs,
        int openJobs,
        String address) {

    /// The same frame around a page with this title and way.
    public Frame titled(String newTitle, Crumb... way) {
        return new Frame(t, theme, newTitle, nav, List.of(way), person, csrf, flash, actingAs, openJobs, address);
    }

    /// A page that is reached from the marked entry of the navigation.
    public Frame beneath(String newTitle, Crumb... between) {
        return beneath(newTitle, newTitle, between);
    }

    /// @param here how the last step of the way there is called, where that is shorter than the title
    public Frame beneath(String newTitle, String here, Crumb... between) {
        var way = new ArrayList<Crumb>();
        nav.stream().filter(NavItem::current).findFirst().ifPresent(i -> way.add(new Crumb(i.label(), i.href())));
        way.addAll(List.of(between));
        way.add(Crumb.here(here));
        return titled(newTitle, way.toArray(Crumb[]::new));
    }

    public String lang() {
        return t.lang();
    }
}
