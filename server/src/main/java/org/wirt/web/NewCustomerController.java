package org.wirt.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.plan.Catalogue;
import org.wirt.subscription.Made;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Provider;
import org.wirt.subscription.Providers;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.CustomerForm;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Link;

/// Adds a customer, with a subscription unless one is not wanted.
@Controller
class NewCustomerController {

    private static final Set<String> OF_SUBSCRIPTION = Set.of("domain", "plan", "systemUser", "systemUserPassword");

    private final Deeds deeds;
    private final Providers providers;
    private final PlanChoices choices;
    private final Made made;
    private final ScopedTransaction transaction;

    NewCustomerController(
            Deeds deeds, Providers providers, PlanChoices choices, Made made, ScopedTransaction transaction) {
        this.deeds = deeds;
        this.providers = providers;
        this.choices = choices;
        this.made = made;
        this.transaction = transaction;
    }

    @GetMapping("/customers/new")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var provider = find(visit, visit.chosen("provider")).orElseThrow(() -> new Refused(Refusal.notFound()));
        var typed = Proposals.systemUser();
        typed.put("provider", String.valueOf(provider.id()));
        typed.put("country", provider.country());
        typed.put("createSubscription", "true");
        typed.put("plan", PlanChoices.proposed(plans(visit, provider)));
        return page(visit, provider, Form.of(typed));
    }

    @PostMapping("/customers")
    ModelAndView add(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var chosen = find(visit, visit.chosen("provider"));
        if (chosen.isEmpty()) return again(visit, own(visit), List.of(Providers.unknown()));
        var provider = chosen.get();
        var refusals = deeds.tried(visit, "customer.create", provider.id(), parameters(visit));
        if (!refusals.isEmpty()) return again(visit, provider, refusals);
        visit.say(said(visit));
        return new ModelAndView("redirect:" + visit.returnTo("/customers"));
    }

    /// Fields of a subscription that is not wanted are not looked at.
    private static Map<String, List<String>> parameters(Visit visit) {
        var parameters = new HashMap<>(visit.parameters());
        if (visit.parameter("createSubscription").isEmpty()) OF_SUBSCRIPTION.forEach(parameters::remove);
        return parameters;
    }

    private ModelAndView again(Visit visit, Provider provider, List<Refusal> refusals) {
        var typed = Proposals.kept(visit);
        typed.put("provider", String.valueOf(provider.id()));
        return Deeds.conflict(page(visit, provider, Words.form(visit.t(), typed, refusals, "")));
    }

    private Flash said(Visit visit) {
        var t = visit.t();
        var name = visit.parameter("contactName");
        var account = transaction.read(visit.scope(), () -> made.account(visit.parameter("username")));
        boolean served = visit.parameter("createSubscription").isEmpty()
                || transaction.read(visit.scope(), () -> made.hasSubscriptions(account));
        if (served) {
            return new Flash(Flash.Kind.DONE, t.of("web.created.customer", name), link(name, account), null);
        }
        return new Flash(
                Flash.Kind.PROBLEM,
                t.of("web.created.without-subscription", name),
                account.map(id -> new Link(t.of("web.add-subscription"), "/subscriptions/new?customer=" + id))
                        .orElse(null),
                null);
    }

    private static @org.jspecify.annotations.Nullable Link link(String name, Optional<Long> account) {
        return account.map(id -> new Link(name, "/customers/" + id)).orElse(null);
    }

    private Optional<Provider> find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> providers.find(id)).filter(p -> !p.removed());
    }

    private Provider own(Visit visit) {
        return find(visit, visit.scope().accountId()).orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private List<org.wirt.web.ui.Option> plans(Visit visit, Provider provider) {
        return choices.plans(visit, provider.id(), Plans.Kind.HOSTING, visit.t().of("web.no-plan"));
    }

    private ModelAndView page(Visit visit, Provider provider, Form form) {
        var t = visit.t();
        var page = new CustomerForm(
                visit.frame()
                        .titled(
                                t.of("web.add-customer"),
                                new Crumb(t.of("web.customers"), "/customers"),
                                Crumb.here(t.of("web.add-customer"))),
                form,
                Countries.of(t),
                choices.providers(visit),
                plans(visit, provider),
                provider.room().allows(Catalogue.CREATE_SUBSCRIPTIONS),
                List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                visit.returnTo("/customers"));
        return new ModelAndView("customer/form", "page", page);
    }
}
