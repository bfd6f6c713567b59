package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountHead;
import org.wirt.account.AccountHeads;
import org.wirt.account.CustomerList;
import org.wirt.hosting.SiteList;
import org.wirt.operation.Operations;
import org.wirt.operation.Previews;
import org.wirt.operation.Selection;
import org.wirt.operation.Verdict;
import org.wirt.subscription.ResellerFigures;
import org.wirt.subscription.SubscriptionList;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.ListPage;
import org.wirt.web.ui.ResellerPage;
import org.wirt.web.ui.Tab;

/// One reseller: his customers, subscriptions and domains, who he is, what he holds, and what can be done with him.
@Controller
class ResellerPageController {

    private static final String CONVERT = "reseller.convert";

    private record Read(AccountHead head, Optional<ResellerFigures.Holds> holds) {}

    private final AccountHeads heads;
    private final ResellerFigures figures;
    private final CustomerList customers;
    private final SubscriptionList subscriptions;
    private final SiteList sites;
    private final PermittedVerbs permitted;
    private final Operations operations;
    private final Previews previews;
    private final Lists lists;
    private final ScopedTransaction transaction;

    ResellerPageController(
            AccountHeads heads,
            ResellerFigures figures,
            CustomerList customers,
            SubscriptionList subscriptions,
            SiteList sites,
            PermittedVerbs permitted,
            Operations operations,
            Previews previews,
            Lists lists,
            ScopedTransaction transaction) {
        this.heads = heads;
        this.figures = figures;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.sites = sites;
        this.permitted = permitted;
        this.operations = operations;
        this.previews = previews;
        this.lists = lists;
        this.transaction = transaction;
    }

    @GetMapping("/resellers/{id}")
    ModelAndView customers(Visit visit, @PathVariable long id) {
        var read = read(visit, id);
        var t = visit.t();
        var opened = lists.open(visit, "customers", "/resellers/" + id, "reseller-customers", CustomerList.SORTS);
        var may = opened.may();
        var request = opened.request();
        var menus = CustomersController.menus(visit, may);
        var page = transaction.read(visit.scope(), () -> customers.page(visit.scope(), below(visit, id), request));
        var frame = frame(visit, read.head);
        var draft = opened.draft().of("customers", "provider", id);
        AccountRows.moreFilters(draft.filter(AccountRows.status(t)).filter(AccountRows.customersCause(t)), t);
        var list = CustomersController.verbs(AccountRows.customersFilters(draft, t), t, may)
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.customer"), true)
                .column("company", t.of("web.company"), true)
                .number("subscriptions", t.of("web.subscriptions"), true)
                .number("domains", t.of("web.domains"), true)
                .column("created", t.of("web.created"), true)
                .none("users", t.of("web.reseller.no-customers"))
                .within(frame, page, request, row -> CustomersController.row(visit, row, menus));
        return page(visit, frame, read, "", list);
    }

    @GetMapping("/resellers/{id}/subscriptions")
    ModelAndView subscriptions(Visit visit, @PathVariable long id) {
        var read = read(visit, id);
        var t = visit.t();
        var way = "/resellers/" + id + "/subscriptions";
        var opened = lists.open(visit, "subscriptions", way, "reseller-subscriptions", SubscriptionList.SORTS);
        var may = opened.may();
        var request = opened.request();
        var page = transaction.read(visit.scope(), () -> subscriptions.page(visit.scope(), below(visit, id), request));
        var frame = frame(visit, read.head);
        var draft = SubscriptionRows.filters(opened.draft().of("subscriptions", "provider", id), t);
        SubscriptionRows.verbs(draft, t, may);
        var list = draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.subscription"), true)
                .column("subscriber", t.of("web.hosting.subscriber"), false)
                .column("created", t.of("web.created"), true)
                .column("expires", t.of("web.expires"), false)
                .column("sync", t.of("web.sync"), false)
                .none("license", t.of("web.reseller.no-subscriptions"))
                .within(frame, page, request, row -> SubscriptionRows.row(visit, row, may, way));
        return page(visit, frame, read, "subscriptions", list);
    }

    @GetMapping("/resellers/{id}/domains")
    ModelAndView domains(Visit visit, @PathVariable long id) {
        var read = read(visit, id);
        var t = visit.t();
        var way = "/resellers/" + id + "/domains";
        var opened = lists.open(visit, "domains", way, "reseller-domains", SiteList.SORTS);
        var may = opened.may();
        var request = opened.request();
        var page = transaction.read(visit.scope(), () -> sites.page(visit.scope(), below(visit, id), request));
        var frame = frame(visit, read.head);
        var draft = DomainsController.filters(opened.draft().of("domains", "provider", id), t);
        DomainsController.verbs(draft, t);
        var list = draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.domain"), true)
                .column("subscription", t.of("web.subscription"), false)
                .column("subscriber", t.of("web.hosting.subscriber"), false)
                .none("world", t.of("web.reseller.no-domains"))
                .within(frame, page, request, row -> DomainsController.row(visit, row, may, way));
        return page(visit, frame, read, "domains", list);
    }

    private static Map<String, List<String>> below(Visit visit, long id) {
        var parameters = new HashMap<>(visit.parameters());
        parameters.put("provider", List.of(String.valueOf(id)));
        return parameters;
    }

    /// What the administrator sees of anybody, a reseller's own page answers like a missing one.
    private Read read(Visit visit, long id) {
        Visits.from(visit, Level.ADMINISTRATOR);
        return transaction.read(
                visit.scope(),
                () -> new Read(
                        heads.find(Level.RESELLER, id).orElseThrow(() -> new Refused(Refusal.notFound())),
                        figures.holds(id)));
    }

    private static Frame frame(Visit visit, AccountHead head) {
        return visit.frame()
                .titled(head.name(), new Crumb(visit.t().of("web.resellers"), "/resellers"), Crumb.here(head.name()));
    }

    /// Also that he cannot become a customer while he has some, with the sentence of the verb itself.
    private Map<String, String> refusals(Visit visit, AccountHead head) {
        var refusals = new HashMap<>(Refusals.of(visit.t(), visit.level(), head.own(), "", "reseller"));
        if (!permitted.of(visit).contains(CONVERT)) return refusals;
        var verb = operations.permitted(CONVERT, visit.caller());
        for (var row : previews.preview(verb, Selection.one(head.id()), Map.of(), visit.caller(), 1)
                .rows()) {
            if (row.verdict() instanceof Verdict.No(var why))
                refusals.putIfAbsent(CONVERT, Words.sentence(visit.t(), why));
        }
        return refusals;
    }

    private ModelAndView page(Visit visit, Frame frame, Read read, String tab, ListPage list) {
        if (list.fragment()) return new ModelAndView("list/body", "page", list);
        var t = visit.t();
        var head = read.head;
        var way = "/resellers/" + head.id();
        var tabs = List.of(
                new Tab(t.of("web.customers"), way, tab.isEmpty(), null),
                new Tab(t.of("web.subscriptions"), way + "/subscriptions", tab.equals("subscriptions"), null),
                new Tab(t.of("web.domains"), way + "/domains", tab.equals("domains"), null));
        var view = new ResellerPage(
                frame,
                AccountCards.of(t, "reseller", head, permitted.of(visit), refusals(visit, head)),
                read.holds.map(h -> Holdings.view(t, h)).orElse(null),
                tabs,
                list);
        return new ModelAndView("reseller/page", "page", view);
    }
}
