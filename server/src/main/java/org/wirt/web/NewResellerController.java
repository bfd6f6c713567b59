package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Provider;
import org.wirt.subscription.Providers;
import org.wirt.value.PasswordStrength;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.ResellerForm;

/// Adds a reseller.
@Controller
class NewResellerController {

    private final Deeds deeds;
    private final Providers providers;
    private final PlanChoices choices;
    private final ScopedTransaction transaction;

    NewResellerController(Deeds deeds, Providers providers, PlanChoices choices, ScopedTransaction transaction) {
        this.deeds = deeds;
        this.providers = providers;
        this.choices = choices;
        this.transaction = transaction;
    }

    @GetMapping("/resellers/new")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        var country = transaction
                .read(visit.scope(), () -> providers.find(Scope.ADMINISTRATOR))
                .map(Provider::country)
                .orElse("");
        return page(visit, Form.of(Map.of("country", country)));
    }

    @PostMapping("/resellers")
    ModelAndView add(Visit visit) {
        Visits.from(visit, Level.ADMINISTRATOR);
        var refusals = deeds.tried(visit, "reseller.create", Scope.ADMINISTRATOR);
        if (!refusals.isEmpty()) return Deeds.conflict(page(visit, Deeds.again(visit, refusals)));
        visit.say(Flash.done(visit.t().of("web.created.reseller", visit.parameter("contactName"))));
        return new ModelAndView("redirect:" + visit.returnTo("/resellers"));
    }

    private ModelAndView page(Visit visit, Form form) {
        var t = visit.t();
        var page = new ResellerForm(
                visit.frame()
                        .titled(
                                t.of("web.add-reseller"),
                                new Crumb(t.of("web.resellers"), "/resellers"),
                                Crumb.here(t.of("web.add-reseller"))),
                form,
                Countries.of(t),
                choices.plans(visit, Scope.ADMINISTRATOR, Plans.Kind.RESELLER, t.of("web.custom")),
                List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                visit.returnTo("/resellers"));
        return new ModelAndView("reseller/form", "page", page);
    }
}
