package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Account;
import org.wirt.account.Accounts;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.LoginPage;

/// Username and password of a customer or reseller, changed by his provider.
@Controller
class LoginController {

    private static final String PATH = "/{list:customers|resellers}/{id}/login";

    private final AccountPages pages;
    private final Accounts accounts;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    LoginController(AccountPages pages, Accounts accounts, Deeds deeds, ScopedTransaction transaction) {
        this.pages = pages;
        this.accounts = accounts;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping(PATH)
    ModelAndView page(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = pages.find(visit, list, id);
        var now = login(visit, id);
        return page(visit, account, form(now, now.username(), Map.of()));
    }

    @PostMapping(PATH)
    ModelAndView save(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = pages.find(visit, list, id);
        var refusals = deeds.tried(visit, account.verb("login"), id);
        if (!refusals.isEmpty()) return Deeds.conflict(page(visit, account, again(visit, login(visit, id), refusals)));
        visit.say(Flash.done(visit.t().of("web.saved.login", account.name())));
        return new ModelAndView("redirect:" + visit.returnTo(account.page()));
    }

    private Account login(Visit visit, long id) {
        return transaction
                .read(visit.scope(), () -> accounts.load(List.of(id), Level.CUSTOMER, Level.RESELLER))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    /// The form carries along what it was filled from, so that a name only somebody else touched is preset to his.
    private static Form form(Account now, String username, Map<String, String> errors) {
        return new Form(
                Map.of("username", username, "was", now.username()), errors, String.valueOf(now.loginChanged()));
    }

    private static Form again(Visit visit, Account now, List<Refusal> refusals) {
        var form = Deeds.again(visit, refusals);
        boolean newer = refusals.stream().anyMatch(r -> r.code().equals("login-changed-meanwhile"));
        if (!newer) return new Form(form.values(), form.errors(), visit.parameter("version"));
        var touched = !visit.parameter("username").equals(visit.parameter("was"));
        return form(now, touched ? visit.parameter("username") : now.username(), form.errors());
    }

    @PostMapping(PATH + "/reset-link")
    String resetLink(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = pages.find(visit, list, id);
        var refusals = deeds.tried(visit, account.verb("reset-link"), id);
        visit.say(
                refusals.isEmpty()
                        ? Flash.done(visit.t().of("web.saved.reset-link", account.name()))
                        : Flash.problem(Words.sentence(visit.t(), refusals.getFirst())));
        return "redirect:" + account.page();
    }

    private static ModelAndView page(Visit visit, AccountPages.Of account, Form form) {
        var page = new LoginPage(
                AccountPages.frame(
                        visit,
                        account,
                        visit.t().of("web.heading.one.customer.login", account.name()),
                        visit.t().of("web.change-login")),
                account.page() + "/login",
                account.name(),
                form,
                List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                visit.returnTo(account.page()));
        return new ModelAndView("customer/login", "page", page);
    }
}
