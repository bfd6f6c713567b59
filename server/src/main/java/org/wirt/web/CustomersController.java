package org.wirt.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountRow;
import org.wirt.account.CustomerList;
import org.wirt.account.Resellers;
import org.wirt.listing.Cursor;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.operation.Verbs;
import org.wirt.web.ui.Address;
import org.wirt.web.ui.Column;
import org.wirt.web.ui.CustomerListPage;
import org.wirt.web.ui.CustomerRow;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Pager;
import org.wirt.web.ui.Texts;
import org.wirt.web.ui.Total;
import org.wirt.web.ui.Usage;

/// The list of customers.
@Controller
class CustomersController {

    private static final List<String> ALWAYS =
            List.of("name", "company", "username", "email", "subscriptions", "domains", "provider", "created");

    private final CustomerList list;
    private final Resellers resellers;
    private final Verbs verbs;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    CustomersController(
            CustomerList list, Resellers resellers, Verbs verbs, JobViews jobs, ScopedTransaction transaction) {
        this.list = list;
        this.resellers = resellers;
        this.verbs = verbs;
        this.jobs = jobs;
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
        var parameters = visit.parameters();
        var request = PageRequest.of(parameters, CustomerList.SORTS, PageRequest.DEFAULT_SIZE);
        boolean fragment = visit.fragmentFor("list");
        var page = transaction.read(visit.scope(), () -> list.page(parameters, request));
        List<Option> providers = fragment || visit.level() != Level.ADMINISTRATOR ? List.of() : providers(visit);
        var address = address(parameters);
        var chips = Filters.chips(visit.t(), address, providers);
        var view = new CustomerListPage(
                visit.frame()
                        .titled(
                                visit.t().of("web.customers"),
                                org.wirt.web.ui.Crumb.here(visit.t().of("web.customers"))),
                fragment,
                address,
                new Total(page.count().number(), page.count().more()),
                page.rows().stream().map(row -> row(visit, row)).toList(),
                columns(visit, address),
                request.sort(),
                request.descending(),
                permitted(visit),
                Form.of(Words.firsts(parameters)),
                visit.parameter("filter").equals("open") || !chips.isEmpty(),
                providers,
                chips,
                pager(address, page, request),
                "/customers.csv"
                        + (address.toString().contains("?") ? address.toString().substring("/customers".length()) : ""),
                fragment ? null : jobs.running(visit));
        return new ModelAndView(fragment ? "customer/listBody" : "customer/list", "page", view);
    }

    private static Address address(Map<String, List<String>> parameters) {
        return new Address("/customers", parameters).without("_csrf", "job", "filter");
    }

    private List<Option> providers(Visit visit) {
        var t = visit.t();
        var options = new ArrayList<Option>();
        options.add(new Option("", t.of("web.any")));
        options.add(new Option("me", t.of("web.level.administrator")));
        transaction
                .read(visit.scope(), () -> resellers.names(Resellers.MANY))
                .forEach(r -> options.add(new Option(String.valueOf(r.id()), r.name())));
        return options;
    }

    private Set<String> permitted(Visit visit) {
        var names = new TreeSet<String>();
        for (var verb : verbs.all()) if (verb.mayUse(visit.caller())) names.add(verb.name());
        names.add("customer.log-in-as");
        return names;
    }

    static Pager pager(Address address, Page<?> page, PageRequest request) {
        var plain = address.without("after", "before");
        return new Pager(
                page.previous()
                        .map(c -> plain.with("before", c.text()).toString())
                        .orElse(null),
                page.next()
                        .map(Cursor::text)
                        .map(c -> plain.with("after", c).toString())
                        .orElse(null),
                request.size(),
                PageRequest.SIZES,
                address);
    }

    private static List<Column> columns(Visit visit, Address address) {
        var t = visit.t();
        var chosen = address.parameters().getOrDefault("columns", List.of());
        var columns = new ArrayList<Column>();
        for (var key : ALWAYS) {
            if (key.equals("provider") && visit.level() != Level.ADMINISTRATOR) continue;
            boolean number = key.equals("subscriptions") || key.equals("domains");
            boolean shown = chosen.isEmpty() || key.equals("name") || chosen.contains(key);
            columns.add(new Column(
                    key, t.of("web.column." + key), CustomerList.SORTS.contains(key) ? key : null, number, shown));
        }
        return columns;
    }

    static CustomerRow row(Visit visit, AccountRow row) {
        Texts t = visit.t();
        var provider = visit.level() == Level.ADMINISTRATOR
                ? row.provider()
                        .map(p -> new Link(p.name(), p.id() == 1 ? "/" : "/resellers/" + p.id()))
                        .orElse(null)
                : null;
        return new CustomerRow(
                String.valueOf(row.id()),
                row.name(),
                row.description(),
                AccountWords.status(t, row.own(), row.above()),
                row.company(),
                row.username(),
                row.email(),
                row.subscriptions(),
                row.domains(),
                Usage.bytes("", 0, -1),
                Usage.bytes("", 0, -1),
                provider,
                LocalDate.ofInstant(row.created(), ZoneId.systemDefault()),
                Refusals.of(t, visit.level(), row.own()));
    }
}
