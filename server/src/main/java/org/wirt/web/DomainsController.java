package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.hosting.ListedSite;
import org.wirt.hosting.SiteList;
import org.wirt.speech.Texts;
import org.wirt.value.Cause;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Verb;

/// The list of domains.
@Controller
class DomainsController {

    private final SiteList list;
    private final FilterChoices choices;
    private final Lists lists;

    DomainsController(SiteList list, FilterChoices choices, Lists lists) {
        this.list = list;
        this.choices = choices;
        this.lists = lists;
    }

    @Bean
    static Navigation.Entry domainsEntry() {
        return new Navigation.Entry(
                40, "web.domains", "world", "/domains", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/domains")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var opened = lists.open(visit, "domains", SiteList.SORTS);
        var page = lists.read(visit, list, opened.request());
        var draft = opened.draft().none("world", t.of("web.domains.none"));
        verbs(draft, t);
        draft.filter(AccountRows.text("name", t.of("web.filter.name")));
        choices.provider(filters(draft, t), visit);
        columns(draft, visit);
        return draft.show(page, opened.request(), row -> row(visit, row, opened.may(), "/domains"));
    }

    @GetMapping("/domains.csv")
    void table(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var csv = new Csv(
                t.of("web.csv.id"),
                t.of("web.domain"),
                t.of("web.hosting"),
                t.of("web.subscription"),
                t.of("web.hosting.subscriber"),
                t.of("web.provider"),
                t.of("web.status"));
        lists.send(
                visit,
                response,
                "domains.csv",
                list,
                SiteList.SORTS,
                csv,
                (out, row) -> out.row(
                        String.valueOf(row.id()),
                        row.host(),
                        HostingWords.pages(t, row.redirect(), t.of("web.hosting.web-hosting")),
                        row.subscription(),
                        row.owner(),
                        row.provider(),
                        HostingWords.status(t, row.disabled(), row.own(), row.above())
                                .tooltip(t)));
    }

    /// By whose it is and how it stands.
    static ListDraft filters(ListDraft draft, Texts t) {
        return draft.filter(AccountRows.text("subscriber", t.of("web.hosting.subscriber")))
                .filter(AccountRows.status(t))
                .filter(cause(t));
    }

    /// Disabled is none of the causes: the site then answers like none at all.
    private static Field cause(Texts t) {
        var causes = AccountRows.cause(t, EnumSet.complementOf(EnumSet.of(Cause.REMOVED)));
        var options = new ArrayList<>(causes.options());
        options.add(new Option("disabled", t.of("web.status.disabled")));
        return causes.options(options);
    }

    static void verbs(ListDraft draft, Texts t) {
        draft.verbs(
                t.of("web.change-status"),
                "player-pause",
                Verb.atOnce("site.activate", t.of("web.activate"), "circle-check"),
                Verb.dialog("site.suspend", t.of("web.suspend"), "player-pause"),
                Verb.atOnce("site.enable", t.of("web.hosting.enable"), "check"),
                Verb.dialog("site.disable", t.of("web.hosting.disable"), "ban"));
    }

    private static void columns(ListDraft draft, Visit visit) {
        var t = visit.t();
        draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.domain"), true)
                .column("hosting", t.of("web.hosting"), false)
                .column("subscription", t.of("web.subscription"), false)
                .column("subscriber", t.of("web.hosting.subscriber"), false);
        if (visit.level() == Level.ADMINISTRATOR) draft.column("provider", t.of("web.provider"), false);
    }

    static Row row(Visit visit, ListedSite row, Set<String> may, String back) {
        var t = visit.t();
        var id = String.valueOf(row.id());
        var name = HostingWords.display(row.host());
        var subscription = "/subscriptions/" + row.subscriptionId();
        var cells = cells(
                "status",
                new Cell.State(HostingWords.status(t, row.disabled(), row.own(), row.above())),
                "name",
                new Cell.Name(name, subscription, row.docroot()),
                "hosting",
                new Cell.Words(HostingWords.pages(t, row.redirect(), t.of("web.hosting.web-hosting"))),
                "subscription",
                new Cell.To(HostingWords.display(row.subscription()), subscription),
                "subscriber",
                HostingWords.account(visit, row.ownerId(), row.owner(), row.ownerKind()),
                "provider",
                HostingWords.provider(row.providerId(), row.provider()));
        return new Row(id, name, cells, null, menu(t, row, may, back));
    }

    private static List<Action> menu(Texts t, ListedSite row, Set<String> may, String back) {
        var actions = new ArrayList<Action>();
        actions.addAll(SiteActions.status(t, Row.ID, row.own(), row.disabled(), true, back));
        if (may.contains("site.redirect"))
            actions.addAll(SiteActions.redirect(t, Row.ID, row.redirect().isPresent(), back));
        if (may.contains(row.mailOff() ? "site.mail-on" : "site.mail-off"))
            actions.add(SiteActions.mail(t, Row.ID, row.mailOff(), back));
        if (may.contains("site.rename")) actions.add(SiteActions.rename(t, Row.ID, back));
        if (may.contains("site.remove") && row.id() != row.subscriptionId())
            actions.add(SiteActions.remove(t, Row.ID, back));
        return actions;
    }
}
