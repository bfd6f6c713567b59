package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.plan.Catalogue;
import org.wirt.plan.Kind;
import org.wirt.plan.Limits;
import org.wirt.plan.Plan;
import org.wirt.plan.PlanList;
import org.wirt.speech.Texts;
import org.wirt.subscription.ResellerFigures;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Action;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Verb;

/// Service plans: hosting plans of the administrator and of each reseller, and the administrator's reseller plans.
@Controller
class PlansController {

    private static final List<String> SHOWN = List.of(
            Catalogue.DISK_SPACE, Catalogue.TRAFFIC, Catalogue.DOMAINS, Catalogue.MAILBOXES, Catalogue.DATABASES);

    private final PlanList plans;
    private final PlanForms forms;
    private final ResellerFigures figures;
    private final Deeds deeds;
    private final ListPreferences preferences;
    private final JobViews jobs;
    private final ScopedTransaction transaction;

    PlansController(
            PlanList plans,
            PlanForms forms,
            ResellerFigures figures,
            Deeds deeds,
            ListPreferences preferences,
            JobViews jobs,
            ScopedTransaction transaction) {
        this.plans = plans;
        this.forms = forms;
        this.figures = figures;
        this.deeds = deeds;
        this.preferences = preferences;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry plansEntry() {
        return new Navigation.Entry(
                60, "web.service-plans", "packages", "/plans", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/plans")
    ModelAndView hosting(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        return list(visit, Kind.HOSTING);
    }

    @GetMapping("/plans/resellers")
    ModelAndView resellers(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        return list(visit, Kind.RESELLER);
    }

    private ModelAndView list(Visit visit, Kind kind) {
        var t = visit.t();
        var choice = preferences.of(visit, "plans");
        var found = transaction.read(visit.scope(), () -> plans.of(visit.scope().accountId(), kind));
        boolean hosting = kind == Kind.HOSTING;
        var draft = new ListDraft(visit, path(kind), t.of("web.service-plans"), choice)
                .begin(
                        t.of(hosting ? "web.add-hosting-plan" : "web.add-reseller-plan"),
                        "/plans/new" + (hosting ? "" : "?kind=reseller"),
                        true)
                .verb(true, Verb.atOnce("plan.clone", t.of("verb.plan.clone"), "copy"))
                .verb(true, Verb.dialog("plan.remove", t.of("web.remove"), "trash"))
                .job(jobs.running(visit))
                .none("packages", t.of(hosting ? "web.plans.none" : "web.reseller-plans.none"));
        if (visit.level() == Level.ADMINISTRATOR) {
            draft.tab(t.of("web.hosting-plans"), "/plans", hosting)
                    .tab(t.of("web.reseller-plans"), "/plans/resellers", !hosting);
        }
        draft.column("name", t.of("web.plan"), false)
                .number("bound", t.of(hosting ? "web.subscriptions" : "web.resellers"), false);
        for (var key : SHOWN) draft.number(key, t.of("limit." + key), false);
        draft.column("validity", t.of("web.validity"), false);
        var page = new Page<>(found, Optional.empty(), Optional.empty(), Page.Count.of(found.size()));
        return draft.show(page, PageRequest.of(Map.of(), List.of("name"), choice.size()), plan -> row(t, plan));
    }

    private static Row row(Texts t, Plan plan) {
        var id = String.valueOf(plan.id());
        var href = "/plans/" + id;
        var cells = cells(
                "name",
                new Cell.Name(plan.name(), href, ""),
                "bound",
                new Cell.Count(plan.bound(), null),
                "validity",
                new Cell.Words(plan.terms()
                        .validityDays()
                        .map(days -> t.of("web.validity.days", days))
                        .orElse(t.of("web.unlimited"))));
        for (var key : SHOWN) {
            var amount = plan.terms().limits().amount(Catalogue.limit(key));
            cells.put(
                    key,
                    new Cell.Words(
                            amount.value() < 0 ? t.of("web.unlimited") : amount.in(t.locale(), word -> t.of(word))));
        }
        var actions = new ArrayList<Action>();
        actions.add(Action.link(t.of("verb.plan.change"), "pencil", href));
        actions.add(Action.atOnce(t.of("verb.plan.clone"), "copy", "plan.clone", id));
        actions.add(Action.dialog(t.of("web.remove"), "trash", "plan.remove", id)
                .dangerous()
                .refused(plan.bound() == 0 ? null : t.of("refusal.plan.bound", plan.bound())));
        return new Row(id, plan.name(), cells, null, actions);
    }

    @GetMapping("/plans/new")
    ModelAndView add(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        return addForm(visit, kind(visit), forms.fresh(most(visit), visit.t().locale()));
    }

    private Limits most(Visit visit) {
        if (visit.level() != Level.RESELLER) return Limits.NONE;
        var held = transaction.read(
                visit.scope(), () -> figures.holds(visit.scope().accountId()));
        return held.map(ResellerFigures.Holds::limits).orElse(Limits.NONE);
    }

    @PostMapping("/plans")
    ModelAndView create(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var kind = kind(visit);
        var refusals = deeds.tried(visit, "plan.create", visit.scope().accountId());
        if (!refusals.isEmpty()) return Deeds.conflict(addForm(visit, kind, Deeds.again(visit, refusals)));
        visit.say(Flash.done(visit.t().of("web.done.plan.create", visit.parameter("name"))));
        return new ModelAndView("redirect:" + path(kind));
    }

    private ModelAndView addForm(Visit visit, Kind kind, Form form) {
        var title = visit.t().of(kind == Kind.HOSTING ? "web.add-hosting-plan" : "web.add-reseller-plan");
        return forms.page(visit, frame(visit, title, kind), title, "/plans", kind, form, 0);
    }

    @GetMapping("/plans/{id}")
    ModelAndView page(Visit visit, @PathVariable long id) {
        var plan = find(visit, id);
        return changeForm(visit, plan, forms.of(plan, visit.t().locale()));
    }

    @PostMapping("/plans/{id}")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var plan = find(visit, id);
        var refusals = deeds.tried(visit, "plan.change", id);
        if (!refusals.isEmpty()) {
            var typed = Words.firsts(visit.parameters());
            var form = Words.form(visit.t(), typed, refusals, visit.parameter("version"));
            return Deeds.conflict(changeForm(visit, plan, form));
        }
        visit.say(Flash.done(visit.t().of("web.plan-saved", visit.parameter("name"))));
        return new ModelAndView("redirect:" + path(plan.kind()));
    }

    private ModelAndView changeForm(Visit visit, Plan plan, Form form) {
        var frame = frame(visit, plan.name(), plan.kind());
        return forms.page(visit, frame, plan.name(), "/plans/" + plan.id(), plan.kind(), form, plan.bound());
    }

    /// Everybody changes only plans of his own; a reseller's plan is not the administrator's to change.
    private Plan find(Visit visit, long id) {
        Visits.from(visit, Level.RESELLER);
        return transaction
                .read(visit.scope(), () -> plans.find(id))
                .filter(p -> p.accountId() == visit.scope().accountId())
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private static org.wirt.web.ui.Frame frame(Visit visit, String title, Kind kind) {
        return visit.frame().titled(title, new Crumb(visit.t().of("web.service-plans"), path(kind)), Crumb.here(title));
    }

    private static Kind kind(Visit visit) {
        return visit.parameter("kind").equalsIgnoreCase("reseller") && visit.level() == Level.ADMINISTRATOR
                ? Kind.RESELLER
                : Kind.HOSTING;
    }

    private static String path(Kind kind) {
        return kind == Kind.HOSTING ? "/plans" : "/plans/resellers";
    }
}
