package org.wirt.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.OwnPassword;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.access.Sessions;
import org.wirt.access.SignIn;
import org.wirt.account.Contact;
import org.wirt.account.Contacts;
import org.wirt.audit.VisitsFromAbove;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.Username;
import org.wirt.web.ui.AccountPage;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;

/// One's own account: how one is reached, the own password, where one is signed in. Whoever works here from above sees
/// the contact data only: passwords and sessions are the person's own.
@Controller
class AccountController {

    private static final int VISITS = 10;

    private final Contacts contacts;
    private final Sessions sessions;
    private final OwnPassword passwords;
    private final VisitsFromAbove visits;
    private final OwnTokens tokens;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    AccountController(
            Contacts contacts,
            Sessions sessions,
            OwnPassword passwords,
            VisitsFromAbove visits,
            OwnTokens tokens,
            Deeds deeds,
            ScopedTransaction transaction) {
        this.contacts = contacts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.visits = visits;
        this.tokens = tokens;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry accountEntry() {
        return new Navigation.Entry(95, "web.account", "user-circle", "/account", Set.of(Level.CUSTOMER));
    }

    /// A reseller's account is an entry of its own beside what he holds.
    @Bean
    static Navigation.Entry profileEntry() {
        return new Navigation.Entry(95, "web.my-profile", "user-circle", "/account", Set.of(Level.RESELLER));
    }

    @GetMapping("/account")
    ModelAndView page(Visit visit) {
        return page(visit, Form.empty());
    }

    @GetMapping("/account/contact")
    ModelAndView contact(Visit visit) {
        Visits.needs(visit, Right.CONTACT);
        return contact(visit, ContactForms.filled(own(visit)), Map.of());
    }

    @PostMapping("/account/contact")
    ModelAndView saveContact(Visit visit) {
        Visits.needs(visit, Right.CONTACT);
        var saved = own(visit);
        var refusals = deeds.tried(visit, "account.contact", saved.id(), ContactForms.chosen(visit, saved));
        if (!refusals.isEmpty()) {
            Map<String, String> theirs =
                    ContactForms.isConflict(refusals) ? ContactForms.theirs(visit, saved) : Map.of();
            return Deeds.conflict(contact(visit, ContactForms.again(visit, saved, refusals), theirs));
        }
        visit.say(Flash.done(visit.t().of("web.saved.contact", visit.parameter("contactName"))));
        return new ModelAndView("redirect:/account");
    }

    /// Addresses of forms that were sent, asked for again.
    @GetMapping({"/account/password", "/account/tokens"})
    String again() {
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    ModelAndView password(Visit visit) {
        refuseActing(visit);
        var t = visit.t();
        var wrong = new LinkedHashMap<String, String>();
        var wanted = visit.request().getParameter("password");
        if (wanted == null) wanted = "";
        PasswordStrength.USUAL
                .check(wanted, new Username(visit.session().person().username()))
                .ifPresent(r -> wrong.put("password", Words.sentence(t, r)));
        if (!wanted.equals(visit.request().getParameter("repeat")))
            wrong.put("repeat", t.of("refusal.passwords-differ"));
        if (wrong.isEmpty()) tryPassword(visit, wanted).ifPresent(why -> wrong.put("old", why));
        if (!wrong.isEmpty()) return Deeds.conflict(page(visit, Form.empty().with(wrong)));
        visit.say(Flash.done(t.of("web.account.password-changed")));
        return new ModelAndView("redirect:/account");
    }

    private Optional<String> tryPassword(Visit visit, String wanted) {
        var given = visit.request().getParameter("old");
        var outcome = passwords.change(
                visit.session(),
                given == null ? "" : given,
                wanted,
                visit.request().getRemoteAddr(),
                visit.caller().requestId());
        return outcome.map(o -> o instanceof SignIn.Outcome.Wait(var time)
                ? visit.t().of("web.sign-in.wait", visit.t().duration(time.toSeconds()))
                : visit.t().of("web.account.old-wrong"));
    }

    @PostMapping("/account/sessions/{id}/end")
    String endSession(Visit visit, @PathVariable UUID id) {
        refuseActing(visit);
        sessions.endOne(visit.session().person().loginId(), id);
        visit.say(Flash.done(visit.t().of("web.account.session-ended")));
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end")
    String endOthers(Visit visit) {
        refuseActing(visit);
        var login = visit.session().person().loginId();
        sessions.endAll(List.of(login), Optional.of(visit.session().id()));
        visit.say(Flash.done(visit.t().of("web.account.sessions-ended")));
        return "redirect:/account";
    }

    @PostMapping("/account/tokens")
    ModelAndView makeToken(Visit visit) {
        refuseActing(visit);
        var made = tokens.make(visit);
        var page = page(visit, Form.empty(), made.form(), made.fresh());
        return made.fresh().isPresent() ? page : Deeds.conflict(page);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revokeToken(Visit visit, @PathVariable UUID id) {
        refuseActing(visit);
        tokens.revoke(visit, id);
        visit.say(Flash.done(visit.t().of("web.token.revoked")));
        return "redirect:/account";
    }

    private static void refuseActing(Visit visit) {
        if (visit.session().actingFor().isPresent()) throw new Refused(Refusal.notFound());
    }

    private Contact own(Visit visit) {
        return transaction
                .read(visit.scope(), () -> contacts.find(visit.scope().accountId()))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private static ModelAndView contact(Visit visit, Form form, Map<String, String> theirs) {
        var t = visit.t();
        var title = t.of("web.edit-contact");
        var frame = visit.frame().titled(title, new Crumb(heading(visit), "/account"), Crumb.here(title));
        var page = ContactForms.page(frame, t, "/account/contact", "", true, form, theirs, "/account");
        return new ModelAndView("customer/contact", "page", page);
    }

    /// Named as the entry of the navigation that leads here.
    private static String heading(Visit visit) {
        return visit.t().of(visit.level() == Level.RESELLER ? "web.my-profile" : "web.my-account");
    }

    /// A customer sees when his provider worked in his account; his users do not.
    private List<AccountPage.VisitRow> visits(Visit visit) {
        if (visit.level() != Level.CUSTOMER || !visit.caller().rights().whole()) return List.of();
        var t = visit.t();
        return transaction.read(visit.scope(), () -> visits.latest(VISITS)).stream()
                .map(seen -> new AccountPage.VisitRow(
                        seen.at(), seen.level() == Level.ADMINISTRATOR ? t.of("web.level.administrator") : seen.name()))
                .toList();
    }

    private ModelAndView page(Visit visit, Form form) {
        return page(visit, form, OwnTokens.empty(), Optional.empty());
    }

    private ModelAndView page(Visit visit, Form form, Form token, Optional<String> fresh) {
        var contact = own(visit);
        var person = visit.session().person();
        boolean himself = visit.session().actingFor().isEmpty();
        boolean sees = visit.caller().rights().has(Right.CONTACT);
        var rows = sessions.of(person.loginId()).stream()
                .map(s -> new AccountPage.SessionRow(
                        s.id().toString(),
                        s.address(),
                        s.agent(),
                        s.created(),
                        s.lastSeen(),
                        s.id().equals(visit.session().id())))
                .toList();
        var page = new AccountPage(
                visit.frame().titled(heading(visit), Crumb.here(heading(visit))),
                sees ? contact.values() : Map.of(),
                sees ? contact.envelope(visit.t().locale()) : List.of(),
                himself ? person.username() : "",
                himself,
                form,
                List.of(PasswordStrength.values()).indexOf(PasswordStrength.USUAL) + 1,
                himself ? rows : List.of(),
                tokens.view(visit, token, fresh),
                himself ? visits(visit) : List.of());
        return new ModelAndView("user/account", "page", page);
    }
}
