package org.wirt.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountHeads;
import org.wirt.hosting.HomeCounts;
import org.wirt.hosting.NodeViews;
import org.wirt.listing.PageRequest;
import org.wirt.operation.Job;
import org.wirt.operation.JobList;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.HomePage;
import org.wirt.web.ui.StatusReason;

/// Where one lands after signing in: how much there is, what runs, and on a fresh panel where to begin.
@Controller
class HomeController {

    private static final int JOBS = 5;

    private final HomeCounts counts;
    private final AccountHeads heads;
    private final JobList jobs;
    private final PermittedVerbs permitted;
    private final Navigation navigation;
    private final ScopedTransaction transaction;
    private final NodeViews views;
    private final Clock clock;

    HomeController(
            HomeCounts counts,
            AccountHeads heads,
            JobList jobs,
            PermittedVerbs permitted,
            Navigation navigation,
            ScopedTransaction transaction,
            NodeViews views,
            Clock clock) {
        this.counts = counts;
        this.heads = heads;
        this.jobs = jobs;
        this.permitted = permitted;
        this.navigation = navigation;
        this.transaction = transaction;
        this.views = views;
        this.clock = clock;
    }

    @Bean
    static Navigation.Entry homeEntry() {
        return new Navigation.Entry(10, "web.nav.home", "home", "/", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/")
    ModelAndView home(Visit visit) {
        // A customer, and a user whose role shows him less, begin with the first page there is for them.
        if (visit.level() == Level.CUSTOMER) {
            return new ModelAndView(
                    "redirect:" + navigation.of(visit.caller()).getFirst().path());
        }
        var t = visit.t();
        var numbers = transaction.read(visit.scope(), () -> counts.of(visit.scope()));
        var request = PageRequest.newest(Map.of(), "created", JOBS);
        List<Job> recent = transaction
                .read(visit.scope(), () -> jobs.page(visit.scope().accountId(), Map.of(), request))
                .rows();
        var title = t.of("web.nav.home");
        var page = new HomePage(
                visit.frame().titled(title, Crumb.here(title)),
                title,
                dark(visit),
                silentNode(visit),
                figures(visit, numbers),
                recent.stream()
                        .limit(JOBS)
                        .map(job -> JobsController.row(t, job))
                        .toList(),
                numbers.customers() == 0 ? guide(visit) : List.of());
        return new ModelAndView("home", "page", page);
    }

    /// Nobody of a suspended account comes in, but his provider works inside it, and shall see how it stands.
    private List<StatusReason> dark(Visit visit) {
        if (visit.level() != Level.RESELLER || visit.caller().actingAs().isEmpty()) return List.of();
        return transaction
                .read(
                        visit.scope(),
                        () -> heads.find(Level.RESELLER, visit.scope().accountId()))
                .map(head -> StatusReasons.of(visit.t(), head.own(), head.above(), head.reasons()))
                .orElseGet(List::of);
    }

    /// The node goes on serving what it knew; the administrator has to know that it hears of nothing new.
    private @Nullable String silentNode(Visit visit) {
        if (visit.level() != Level.ADMINISTRATOR) return null;
        return views.serving().stream()
                .filter(node -> node.isSilent(clock.instant()))
                .findFirst()
                .map(node -> visit.t()
                        .of("web.home.silent-node", node.name(), visit.t().dateTime(node.heard())))
                .orElse(null);
    }

    private static List<HomePage.Figure> figures(Visit visit, HomeCounts.Numbers n) {
        var t = visit.t();
        var figures = new ArrayList<HomePage.Figure>();
        figures.add(figure(t, "web.customers", "users", "/customers", n.customers(), n.customersDark()));
        if (visit.level() == Level.ADMINISTRATOR)
            figures.add(figure(t, "web.resellers", "building-store", "/resellers", n.resellers(), n.resellersDark()));
        figures.add(figure(t, "web.subscriptions", "license", "/subscriptions", n.subscriptions(), 0));
        figures.add(figure(t, "web.domains", "world", "/domains", n.sites(), 0));
        return figures;
    }

    private static HomePage.Figure figure(Texts t, String label, String icon, String path, long all, long dark) {
        return new HomePage.Figure(
                t.of(label),
                icon,
                path,
                t.count(all),
                dark == 0 ? "" : t.of("web.home.suspended", dark),
                path + "?status=suspended");
    }

    /// What to do first, in order; a step is offered only where its page exists.
    private List<HomePage.Step> guide(Visit visit) {
        var t = visit.t();
        var may = permitted.of(visit);
        var steps = new ArrayList<HomePage.Step>();
        if (may.contains("account.contact")) steps.add(step(t, "name", "/account/contact"));
        if (may.contains("plan.create")) steps.add(step(t, "plan", "/plans"));
        if (may.contains("customer.create")) steps.add(step(t, "customer", "/customers/new"));
        return steps;
    }

    private static HomePage.Step step(Texts t, String key, String href) {
        return new HomePage.Step(t.of("web.guide." + key), t.of("web.guide." + key + ".what"), href);
    }
}
