package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;

/// Contact information of a customer or reseller, edited by his provider.
@Controller
class ContactController {

    private static final String PATH = "/{list:customers|resellers}/{id}/contact";

    private final AccountPages accounts;
    private final Deeds deeds;

    ContactController(AccountPages accounts, Deeds deeds) {
        this.accounts = accounts;
        this.deeds = deeds;
    }

    @GetMapping(PATH)
    ModelAndView page(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        return page(visit, account, ContactForms.filled(account.contact()), Map.of());
    }

    @PostMapping(PATH)
    ModelAndView save(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        var parameters = ContactForms.chosen(visit, account.contact());
        var refusals = deeds.tried(visit, account.verb("contact"), id, parameters);
        if (!refusals.isEmpty()) return again(visit, account, refusals);
        var name =
                parameters.getOrDefault("contactName", List.of("")).getFirst().strip();
        visit.say(Flash.done(visit.t().of("web.saved.contact", name)));
        return new ModelAndView("redirect:" + visit.returnTo(account.page()));
    }

    private static ModelAndView again(Visit visit, AccountPages.Of account, List<Refusal> refusals) {
        var saved = account.contact();
        Map<String, String> theirs = ContactForms.isConflict(refusals) ? ContactForms.theirs(visit, saved) : Map.of();
        return Deeds.conflict(page(visit, account, ContactForms.again(visit, saved, refusals), theirs));
    }

    private static ModelAndView page(Visit visit, AccountPages.Of account, Form form, Map<String, String> theirs) {
        var t = visit.t();
        var page = ContactForms.page(
                AccountPages.frame(
                        visit,
                        account,
                        t.of("web.heading.one.customer.contact", account.name()),
                        t.of("web.edit-contact")),
                t,
                account.page() + "/contact",
                account.name(),
                false,
                form,
                theirs,
                visit.returnTo(account.page()));
        return new ModelAndView("customer/contact", "page", page);
    }
}
