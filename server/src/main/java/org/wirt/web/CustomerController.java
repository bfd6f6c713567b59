package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Users;
import org.wirt.web.ui.ActivityRow;
import org.wirt.web.ui.CustomerPage;

/// The page of one customer: what he has, what can be done with him, who he is.
@Controller
class CustomerController {

    private static final int LINES = 50;

    private final CustomerViews views;
    private final CustomerFacts facts;
    private final CustomerTabs tabs;
    private final Users users;
    private final ScopedTransaction transaction;

    CustomerController(
            CustomerViews views, CustomerFacts facts, CustomerTabs tabs, Users users, ScopedTransaction transaction) {
        this.views = views;
        this.facts = facts;
        this.tabs = tabs;
        this.users = users;
        this.transaction = transaction;
    }

    @GetMapping("/customers/{id}")
    ModelAndView subscriptions(Visit visit, @PathVariable long id) {
        Visits.from(visit, Level.RESELLER);
        var wanted = tabs.wanted(visit, "customer-subscriptions");
        var page = transaction.read(visit.scope(), () -> {
            var view = views.of(visit, id, "subscriptions");
            return view.list(tabs.subscriptions(visit, id, view, wanted));
        });
        return shown(page);
    }

    @GetMapping("/customers/{id}/domains")
    ModelAndView domains(Visit visit, @PathVariable long id) {
        Visits.from(visit, Level.RESELLER);
        var wanted = tabs.wanted(visit, "customer-domains");
        var page = transaction.read(visit.scope(), () -> {
            var view = views.of(visit, id, "domains");
            return view.list(tabs.domains(visit, id, view, wanted));
        });
        return shown(page);
    }

    @GetMapping("/customers/{id}/users")
    ModelAndView users(Visit visit, @PathVariable long id) {
        return page(visit, id, "users");
    }

    @GetMapping("/customers/{id}/activity")
    ModelAndView activity(Visit visit, @PathVariable long id) {
        return page(visit, id, "activity");
    }

    private static ModelAndView shown(CustomerPage page) {
        var list = page.list();
        return list != null && list.fragment()
                ? new ModelAndView("list/body", "page", list)
                : new ModelAndView("customer/page", "page", page);
    }

    private ModelAndView page(Visit visit, long id, String tab) {
        Visits.from(visit, Level.RESELLER);
        CustomerPage page = transaction.read(visit.scope(), () -> {
            var view = views.of(visit, id, tab);
            return tab.equals("users")
                    ? view.users(UserViews.rows(visit.t(), users.of(id, UserViews.MOST)))
                    : activity(visit, view, id);
        });
        return new ModelAndView("customer/page", "page", page);
    }

    private CustomerPage activity(Visit visit, CustomerViews.Draft view, long id) {
        var t = visit.t();
        var before = Visit.number(visit.parameter("before")).orElse(Long.MAX_VALUE);
        var lines = facts.activity(id, before, LINES + 1);
        var shown = lines.size() > LINES ? lines.subList(0, LINES) : lines;
        List<ActivityRow> rows = shown.stream()
                .map(line -> new ActivityRow(
                        line.at().toInstant(),
                        AuditWords.deed(t, line.verb()),
                        line.actingAs().isEmpty() ? line.actor() : t.of("web.audit.as", line.actor(), line.actingAs()),
                        line.name()))
                .toList();
        var older = lines.size() > LINES
                ? "/customers/" + id + "/activity?before=" + shown.getLast().id()
                : null;
        return view.activity(rows, older);
    }
}
