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
        var username =
                transaction
                        .read(visit.scope(), () -> accounts.load(List.of(id), Level.CUSTOMER, Level.RESELLER))
                        .stream()
                        .findFirst()
                        .map(Account::username)
                        .orElse("");
        return page(visit, account, Form.of(Map.of("username", username)));
    }

    @PostMapping(PATH)
    ModelAndView save(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = pages.find(visit, list, id);
        var refusals = deeds.tried(visit, account.verb("login"), id);
        if (!refusals.isEmpty()) return Deeds.conflict(page(visit, account, Deeds.again(visit, refusals)));
        visit.say(Flash.done(visit.t().of("web.saved.login", account.name())));
        return new ModelAndView("redirect:" + visit.returnTo(account.page()));
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
