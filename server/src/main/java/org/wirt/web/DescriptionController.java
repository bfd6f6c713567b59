package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Note;
import org.wirt.account.Notes;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.TextPage;

/// The two texts about an account: the internal description, which it never sees, and the additional information, which
/// it does.
@Controller
class DescriptionController {

    private static final String ACCOUNT = "/{list:customers|resellers}/{id}";

    private final AccountPages accounts;
    private final Notes notes;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    DescriptionController(AccountPages accounts, Notes notes, Deeds deeds, ScopedTransaction transaction) {
        this.accounts = accounts;
        this.notes = notes;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping(ACCOUNT + "/description")
    ModelAndView description(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        var text = saved(visit, id);
        return description(visit, account, new Form(Map.of("description", text), Map.of(), Notes.version(text)));
    }

    @PostMapping(ACCOUNT + "/description")
    ModelAndView describe(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        var refusals = deeds.tried(visit, account.verb("description"), id);
        if (refusals.isEmpty()) return done(visit, account, "web.saved.description");
        return Deeds.conflict(description(visit, account, again(visit, refusals, Notes.version(saved(visit, id)))));
    }

    @GetMapping(ACCOUNT + "/information")
    ModelAndView information(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        var contact = account.contact();
        var text = Map.of("additionalInformation", contact.value("additionalInformation"));
        return information(visit, account, new Form(text, Map.of(), String.valueOf(contact.changed())));
    }

    @PostMapping(ACCOUNT + "/information")
    ModelAndView inform(Visit visit, @PathVariable String list, @PathVariable long id) {
        var account = accounts.find(visit, list, id);
        var refusals = deeds.tried(visit, account.verb("information"), id);
        if (refusals.isEmpty()) return done(visit, account, "web.saved.information");
        var version = String.valueOf(account.contact().changed());
        return Deeds.conflict(information(visit, account, again(visit, refusals, version)));
    }

    private String saved(Visit visit, long id) {
        return transaction
                .read(visit.scope(), () -> notes.find(id))
                .map(Note::text)
                .orElse("");
    }

    /// The next OK is about what the reader has now been shown.
    private static Form again(Visit visit, List<Refusal> refusals, String version) {
        return Words.form(visit.t(), Words.firsts(visit.parameters()), refusals, version);
    }

    private static ModelAndView done(Visit visit, AccountPages.Of account, String said) {
        visit.say(Flash.done(visit.t().of(said, account.name())));
        return new ModelAndView("redirect:" + visit.returnTo(account.page()));
    }

    private static ModelAndView description(Visit visit, AccountPages.Of account, Form form) {
        var t = visit.t();
        boolean first = form.version().equals(Notes.version(""));
        var title = t.of(first ? "web.add-description" : "web.edit-description");
        var heading = t.of(first ? "web.add-description.to" : "web.heading.one.customer.description", account.name());
        var field = Field.of("textarea", "description", t.of("web.description")).help(t.of("web.description.help"));
        return text(visit, account, heading, title, "/description", field, form);
    }

    private static ModelAndView information(Visit visit, AccountPages.Of account, Form form) {
        var t = visit.t();
        var field = Field.of("textarea", "additionalInformation", t.of("web.additional-information"))
                .help(t.of("web.additional-information.help"));
        var heading = t.of("web.heading.one.customer.information", account.name());
        return text(visit, account, heading, t.of("web.edit-information"), "/information", field, form);
    }

    private static ModelAndView text(
            Visit visit, AccountPages.Of account, String heading, String title, String way, Field field, Form form) {
        var page = new TextPage(
                AccountPages.frame(visit, account, heading, title),
                heading,
                account.page() + way,
                field,
                form,
                visit.returnTo(account.page()));
        return new ModelAndView("customer/text", "page", page);
    }
}
