package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountRow;
import org.wirt.account.ResellerList;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.speech.Texts;
import org.wirt.subscription.Plans;
import org.wirt.subscription.ResellerFigures;
import org.wirt.value.Cause;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.ResellerActions;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Usage;
import org.wirt.web.ui.Verb;

/// The list of resellers; only the administrator has any.
@Controller
class ResellersController {

    private record Shown(Page<AccountRow> page, Map<Long, ResellerFigures.Line> figures) {}

    private final ResellerList list;
    private final ResellerFigures figures;
    private final FilterChoices choices;
    private final Lists lists;
    private final ScopedTransaction transaction;

    ResellersController(
            ResellerList list,
            ResellerFigures figures,
            FilterChoices choices,
            Lists lists,
            ScopedTransaction transaction) {
        this.list = list;
        this.figures = figures;
        this.choices = choices;
        this.lists = lists;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry resellersEntry() {
        return new Navigation.Entry(30, "web.resellers", "building-store", "/resellers", Set.of(Level.ADMINISTRATOR));
    }

    @GetMapping("/resellers")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        var t = visit.t();
        var opened = lists.open(visit, "resellers", ResellerList.SORTS);
        var may = opened.may();
        var shown = transaction.read(visit.scope(), () -> shown(visit, opened.request()));
        var draft = opened.draft()
                .begin(t.of("web.add-reseller"), "/resellers/new", may.contains("reseller.create"))
                .none("building-store", t.of("web.resellers.none"));
        verbs(draft, t, may);
        filters(draft, visit);
        columns(draft, t);
        return draft.show(shown.page, opened.request(), row -> row(visit, row, shown.figures.get(row.id()), may));
    }

    private Shown shown(Visit visit, PageRequest request) {
        var page = list.page(visit.scope(), visit.parameters(), request);
        return new Shown(
                page, figures.lines(page.rows().stream().map(AccountRow::id).toList()));
    }

    private void filters(ListDraft draft, Visit visit) {
        var t = visit.t();
        draft.filter(AccountRows.text("name", t.of("web.filter.name")))
                .filter(AccountRows.text("company", t.of("web.company")))
                .filter(AccountRows.status(t))
                .filter(AccountRows.cause(t, EnumSet.of(Cause.SECURITY, Cause.ADMIN, Cause.EXPIRED, Cause.OVERUSE)));
        choices.plan(AccountRows.moreFilters(draft, t), visit, Plans.Kind.RESELLER)
                .filter(AccountRows.expires(t));
    }

    private static void verbs(ListDraft draft, Texts t, Set<String> may) {
        AccountRows.statusVerbs(draft, t, "reseller", may)
                .verb(
                        may.contains("reseller.plan"),
                        Verb.page("reseller.plan", t.of("web.hosting.change-plan"), "package"))
                .verb(
                        may.contains("reseller.convert"),
                        Verb.page("reseller.convert", t.of("web.convert-to-customers"), "transform"))
                .verb(may.contains("reseller.remove"), Verb.dialog("reseller.remove", t.of("web.remove"), "trash"))
                .verb(may.contains("reseller.message"), Verb.dialog("reseller.message", t.of("web.message"), "mail"));
    }

    private static void columns(ListDraft draft, Texts t) {
        draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.reseller"), true)
                .column("company", t.of("web.company"), true)
                .column("plan", t.of("web.plan"), false)
                .column("sync", t.of("web.sync"), false)
                .number("customers", t.of("web.customers"), false)
                .number("subscriptions", t.of("web.subscriptions"), false)
                .column("disk", t.of("web.disk"), false)
                .column("traffic", t.of("web.traffic"), false)
                .column("created", t.of("web.created"), true);
    }

    private static Row row(
            Visit visit,
            AccountRow row,
            ResellerFigures.@org.jspecify.annotations.Nullable Line line,
            Set<String> may) {
        var t = visit.t();
        var id = String.valueOf(row.id());
        var href = "/resellers/" + id;
        var cells = cells(
                "status",
                AccountRows.state(t, row),
                "name",
                new Cell.Name(row.name(), href, row.description()),
                "company",
                new Cell.Words(row.company()),
                "created",
                AccountRows.created(row));
        if (line != null) {
            cells.put("plan", new Cell.Words(line.plan().orElse(t.of("web.custom"))));
            cells.put("sync", new Cell.State(HostingWords.sync(line.sync())));
            cells.put("customers", new Cell.Count(line.customers(), "/customers?provider=" + id));
            cells.put("subscriptions", new Cell.Count(line.subscriptions(), href + "/subscriptions"));
            cells.put("disk", new Cell.Used(Usage.bytes(t.of("web.disk"), line.disk(), line.diskLimit())));
            cells.put("traffic", new Cell.Used(Usage.bytes(t.of("web.traffic"), line.traffic(), line.trafficLimit())));
        }
        return new Row(
                id,
                row.name(),
                cells,
                Action.post(t.of("web.log-in-as-reseller"), "login-2", href + "/act-as"),
                ResellerActions.of(t, Row.ID, may, Refusals.of(t, visit.level(), row.own(), "", "reseller")));
    }
}
