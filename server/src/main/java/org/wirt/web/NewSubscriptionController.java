package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.Plans;
import org.wirt.subscription.Subscriber;
import org.wirt.subscription.Subscribers;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.SubscriptionForm;

/// Adds a subscription for a customer, a reseller or, without anybody named, the reader's own account.
@Controller
class NewSubscriptionController {

    private final Deeds deeds;
    private final Subscribers subscribers;
    private final PlanChoices choices;
    private final ScopedTransaction transaction;

    NewSubscriptionController(
            Deeds deeds, Subscribers subscribers, PlanChoices choices, ScopedTransaction transaction) {
        this.deeds = deeds;
        this.subscribers = subscribers;
        this.choices = choices;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/new")
    ModelAndView page(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var owner = owner(visit);
        var typed = Proposals.systemUser();
        typed.put("plan", PlanChoices.proposed(plans(visit, owner)));
        return page(visit, owner, Form.of(typed));
    }

    @PostMapping("/subscriptions")
    ModelAndView add(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var owner = owner(visit);
        var refusals = deeds.tried(visit, "subscription.create", owner.id());
        if (!refusals.isEmpty()) return again(visit, owner, refusals);
        visit.say(
                Flash.done(visit.t().of("web.created.subscription", HostingWords.display(visit.parameter("domain")))));
        return new ModelAndView("redirect:" + visit.returnTo(back(owner)));
    }

    private ModelAndView again(Visit visit, Subscriber owner, List<Refusal> refusals) {
        var typed = Proposals.kept(visit);
        return Deeds.conflict(page(visit, owner, Words.form(visit.t(), typed, refusals, "")));
    }

    private Subscriber owner(Visit visit) {
        long id = visit.chosen("customer");
        return transaction
                .read(visit.scope(), () -> subscribers.find(id))
                .filter(s -> !s.removed())
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private static String back(Subscriber owner) {
        return switch (owner.kind()) {
            case CUSTOMER -> "/customers/" + owner.id();
            case RESELLER -> "/resellers/" + owner.id();
            case ADMINISTRATOR -> "/subscriptions";
        };
    }

    private List<Option> plans(Visit visit, Subscriber owner) {
        return choices.plans(
                visit, owner.resellerId(), Plans.Kind.HOSTING, visit.t().of("web.no-plan"));
    }

    private ModelAndView page(Visit visit, Subscriber owner, Form form) {
        var t = visit.t();
        var heading = t.of("web.add-subscription.to", owner.name());
        var page = new SubscriptionForm(
                visit.frame().beneath(heading, t.of("web.add-subscription"), new Crumb(owner.name(), back(owner))),
                form,
                String.valueOf(owner.id()),
                heading,
                plans(visit, owner),
                visit.returnTo(back(owner)));
        return new ModelAndView("subscription/form", "page", page);
    }
}
