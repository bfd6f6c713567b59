package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.listing.PageRequest;
import org.wirt.subscription.ListedSubscription;
import org.wirt.subscription.SubscriptionList;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Texts;
import org.wirt.web.ui.Verb;

/// The list of subscriptions.
@Controller
class SubscriptionsController {

    private final SubscriptionList list;
    private final HostingChoices choices;
    private final PermittedVerbs permitted;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    SubscriptionsController(
            SubscriptionList list,
            HostingChoices choices,
            PermittedVerbs permitted,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.list = list;
        this.choices = choices;
        this.permitted = permitted;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
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
        var may = permitted.of(visit);
        var choice = preferences.of(visit, "subscriptions");
        var request = PageRequest.of(visit.parameters(), SubscriptionList.SORTS, choice.size());
        var page = transaction.read(visit.scope(), () -> list.page(visit.scope(), visit.parameters(), request));
        var draft = new ListDraft(visit, "/subscriptions", t.of("web.subscriptions"), choice)
                .searchable()
                .export("/subscriptions.csv")
                .job(jobs.running(visit))
                .none("license", t.of("web.subscriptions.none"));
        verbs(draft, t, may);
        draft.filter(AccountRows.text("name", t.of("web.filter.name")))
                .filter(AccountRows.text("subscriber", t.of("web.hosting.subscriber")))
                .filter(AccountRows.status(t))
                .filter(Field.choice("plan", t.of("web.hosting.plan"), choices.plans(visit)));
        if (visit.level() == Level.ADMINISTRATOR)
            draft.filter(Field.choice("provider", t.of("web.provider"), choices.providers(visit)));
        columns(draft, visit);
        return draft.show(page, request, row -> row(visit, row, may));
    }

    @GetMapping("/subscriptions.csv")
    void table(Visit visit, HttpServletResponse response) throws IOException {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var csv = new Csv();
        csv.row(
                t.of("web.csv.id"),
                t.of("web.subscription"),
                t.of("web.hosting.plan"),
                t.of("web.hosting.subscriber"),
                t.of("web.provider"),
                t.of("web.created"),
                t.of("web.expires"),
                t.of("web.status"));
        var request = PageRequest.of(visit.parameters(), SubscriptionList.SORTS, PageRequest.DEFAULT_SIZE);
        Tables.send(
                response,
                "subscriptions.csv",
                request,
                csv,
                r -> transaction.read(visit.scope(), () -> list.rows(visit.parameters(), r)),
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

    private static void verbs(ListDraft draft, Texts t, Set<String> may) {
        var status = new ArrayList<Verb>();
        if (may.contains("subscription.activate"))
            status.add(Verb.atOnce("subscription.activate", t.of("web.activate"), "circle-check"));
        if (may.contains("subscription.suspend"))
            status.add(Verb.dialog("subscription.suspend", t.of("web.suspend"), "player-pause"));
        draft.verbs(t.of("web.change-status"), "player-pause", status.toArray(Verb[]::new))
                .verb(
                        may.contains("subscription.plan"),
                        Verb.page("subscription.plan", t.of("web.hosting.change-plan"), "package"))
                .verb(
                        may.contains("subscription.subscriber"),
                        Verb.page("subscription.subscriber", t.of("web.hosting.change-subscriber"), "arrows-exchange"))
                .verb(
                        may.contains("subscription.expiry"),
                        Verb.page("subscription.expiry", t.of("web.hosting.expiry"), "calendar"))
                .verb(
                        may.contains("subscription.remove"),
                        Verb.dialog("subscription.remove", t.of("web.remove"), "trash"));
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

    static Row row(Visit visit, ListedSubscription row, Set<String> may) {
        var t = visit.t();
        var id = String.valueOf(row.id());
        var cells = cells(
                "status",
                new Cell.State(AccountWords.status(t, row.own(), row.above())),
                "name",
                new Cell.Name(
                        HostingWords.display(row.name()),
                        "/subscriptions/" + id,
                        "(" + row.plan().orElse(t.of("web.custom")) + ")"),
                "subscriber",
                HostingWords.account(visit, row.owner().id(), row.owner().name(), row.ownerKind()),
                "provider",
                HostingWords.provider(row.provider().id(), row.provider().name()),
                "created",
                new Cell.Day(LocalDate.ofInstant(row.created(), ZoneId.systemDefault())),
                "expires",
                new Cell.Day(row.expires().map(HostingWords::lastDay).orElse(null)),
                "sync",
                new Cell.State(HostingWords.sync(row.sync())));
        return new Row(
                id,
                HostingWords.display(row.name()),
                cells,
                null,
                SubscriptionActions.of(t, Row.ID, may, refusals(visit, row), "/subscriptions"));
    }

    static Map<String, String> refusals(Visit visit, ListedSubscription row) {
        return Refusals.of(visit.t(), visit.level(), row.own(), "subscription");
    }
}
