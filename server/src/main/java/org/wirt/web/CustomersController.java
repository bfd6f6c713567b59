package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.speech.Texts;
import org.wirt.subscription.Plans;
import org.wirt.value.Causes;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.CustomerActions;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Usage;
import org.wirt.web.ui.Verb;

/// The list of customers.
@Controller
class CustomersController {

    private final CustomerList list;
    private final FilterChoices choices;
    private final Lists lists;
    private final ScopedTransaction transaction;

    CustomersController(CustomerList list, FilterChoices choices, Lists lists, ScopedTransaction transaction) {
        this.list = list;
        this.choices = choices;
        this.lists = lists;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry customersEntry() {
        return new Navigation.Entry(
                20, "web.customers", "users", "/customers", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/customers")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var opened = lists.open(visit, "customers", CustomerList.SORTS);
        var may = opened.may();
        var draft = opened.draft()
                .begin(t.of("web.add-customer"), "/customers/new", may.contains("customer.create"))
                .none("users", t.of("web.customers.none"));
        var page =
                transaction.read(visit.scope(), () -> list.page(visit.scope(), visit.parameters(), opened.request()));
        verbs(draft, t, may);
        filters(draft, visit);
        columns(draft, visit);
        var menus = menus(visit, may);
        return draft.show(page, opened.request(), row -> row(visit, row, menus));
    }

    static ListDraft verbs(ListDraft draft, Texts t, Set<String> may) {
        return AccountRows.statusVerbs(draft, t, "customer", may)
                .verb(
                        may.contains("customer.convert"),
                        Verb.page("customer.convert", t.of("web.convert-many"), "transform"))
                .verb(may.contains("customer.move"), Verb.page("customer.move", t.of("web.move"), "arrows-exchange"))
                .verb(may.contains("customer.remove"), Verb.dialog("customer.remove", t.of("web.remove"), "trash"))
                .verb(may.contains("customer.message"), Verb.dialog("customer.message", t.of("web.message"), "mail"));
    }

    private void filters(ListDraft draft, Visit visit) {
        var t = visit.t();
        draft.filter(AccountRows.text("name", t.of("web.filter.name")))
                .filter(AccountRows.text("company", t.of("web.company")))
                .filter(AccountRows.status(t))
                .filter(AccountRows.customersCause(t));
        AccountRows.moreFilters(choices.provider(draft, visit), t);
        AccountRows.customersFilters(choices.plan(draft, visit, Plans.Kind.HOSTING), t);
    }

    private static void columns(ListDraft draft, Visit visit) {
        var t = visit.t();
        draft.column("status", t.of("web.status"), false)
                .column("name", t.of("web.customer"), true)
                .column("company", t.of("web.company"), true)
                .column("username", t.of("web.username"), true)
                .column("email", t.of("web.email"), true)
                .number("subscriptions", t.of("web.subscriptions"), true)
                .number("domains", t.of("web.domains"), true)
                .spare("disk", t.of("web.disk"))
                .spare("traffic", t.of("web.traffic"));
        if (visit.level() == Level.ADMINISTRATOR) draft.column("provider", t.of("web.provider"), false);
        draft.column("created", t.of("web.created"), true);
    }

    private static Cell used(String label, AccountRow.Uses uses) {
        return new Cell.Used(Usage.bytes(label, uses.used(), uses.granted()));
    }

    /// The menus of rows, one for each set of reasons that occurs.
    static Function<AccountRow, List<Action>> menus(Visit visit, Set<String> may) {
        var t = visit.t();
        var here = new TreeSet<>(may);
        // Nobody in this list is in the recycle bin.
        here.remove("customer.restore");
        var menus = new HashMap<Standing, List<Action>>();
        return row -> menus.computeIfAbsent(
                standing(t, row),
                s -> CustomerActions.of(t, Row.ID, here, Refusals.of(t, visit.level(), s.own, s.above, "customer")));
    }

    /// @param above what is said of an account above that is not active
    private record Standing(Causes own, String above) {}

    private static Standing standing(Texts t, AccountRow row) {
        var provider = row.provider().map(AccountRow.ProviderName::name).orElse("");
        return new Standing(row.own(), Refusals.above(t, row.above(), provider));
    }

    static Row row(Visit visit, AccountRow row, Function<AccountRow, List<Action>> menus) {
        var t = visit.t();
        var id = String.valueOf(row.id());
        var href = "/customers/" + id;
        var provider =
                row.provider().map(p -> HostingWords.provider(p.id(), p.name())).orElseGet(() -> new Cell.To("", ""));
        var cells = cells(
                "status",
                AccountRows.state(t, row),
                "name",
                new Cell.Name(row.name(), href, row.description()),
                "company",
                new Cell.Words(row.company()),
                "username",
                new Cell.Words(row.username()),
                "email",
                new Cell.Mail(row.email()),
                "subscriptions",
                new Cell.Count(row.subscriptions(), href),
                "domains",
                new Cell.Count(row.domains(), href + "/domains"),
                "disk",
                used(t.of("web.disk"), row.disk()),
                "traffic",
                used(t.of("web.traffic"), row.traffic()),
                "provider",
                provider,
                "created",
                AccountRows.created(row));
        return new Row(
                id,
                row.name(),
                cells,
                Action.post(t.of("web.log-in-as-customer"), "login-2", href + "/act-as"),
                menus.apply(row));
    }
}
