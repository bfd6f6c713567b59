package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.Plans;
import org.wirt.subscription.SubscriptionList;

/// The list of subscriptions.
@Controller
class SubscriptionsController {

    private final SubscriptionList list;
    private final FilterChoices choices;
    private final AddOnChoices addOns;
    private final Lists lists;
    private final ScopedTransaction transaction;

    SubscriptionsController(
            SubscriptionList list,
            FilterChoices choices,
            AddOnChoices addOns,
            Lists lists,
            ScopedTransaction transaction) {
        this.list = list;
        this.choices = choices;
        this.addOns = addOns;
        this.transaction = transaction;
        this.lists = lists;
    }

    @Bean
    static Navigation.Entry subscriptionsEntry() {
        return new Navigation.Entry(
                50, "web.subscriptions", "license", "/subscriptions", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/subscriptions")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var opened = lists.open(visit, "subscriptions", SubscriptionList.SORTS);
        var page = lists.read(visit, list, opened.request());
        var draft = opened.draft().none("license", t.of("web.subscriptions.none"));
        var may = transaction.read(visit.scope(), () -> addOns.verbs(visit, opened.may()));
        SubscriptionRows.verbs(draft, t, may);
        filters(draft, visit);
        columns(draft, visit);
        return draft.show(page, opened.request(), row -> SubscriptionRows.row(visit, row, may, "/subscriptions"));
    }

    private void filters(ListDraft draft, Visit visit) {
        draft.filter(AccountRows.text("name", visit.t().of("web.filter.name")));
        choices.plan(SubscriptionRows.filters(draft, visit.t()), visit, Plans.Kind.HOSTING);
        choices.provider(draft, visit);
        choices.node(draft, visit);
    }

    @GetMapping("/subscriptions.csv")
    void table(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var csv = new Csv(
                t.of("web.csv.id"),
                t.of("web.subscription"),
                t.of("web.hosting.plan"),
                t.of("web.hosting.subscriber"),
                t.of("web.provider"),
                t.of("web.created"),
                t.of("web.expires"),
                t.of("web.status"));
        lists.send(
                visit,
                response,
                "subscriptions.csv",
                list,
                SubscriptionList.SORTS,
                csv,
                (out, row) -> out.row(
                        String.valueOf(row.id()),
                        row.name(),
                        row.plan().orElse(""),
                        row.owner().name(),
                        row.provider().name(),
                        row.created().toString(),
                        row.expires().map(Object::toString).orElse(""),
                        AccountWords.status(t, row.own(), row.above()).tooltip(t)));
    }

    private static void columns(ListDraft draft, Visit visit) {
        var t = visit.t();
        draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.subscription"), true)
                .column("subscriber", t.of("web.hosting.subscriber"), false);
        if (visit.level() == Level.ADMINISTRATOR) draft.column("provider", t.of("web.provider"), false);
        draft.column("created", t.of("web.created"), true)
                .column("expires", t.of("web.expires"), false)
                .column("sync", t.of("web.sync"), false);
    }
}
