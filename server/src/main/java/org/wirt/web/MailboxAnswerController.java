package org.wirt.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Mailboxes;
import org.wirt.speech.Texts;
import org.wirt.value.AnswerSubject;
import org.wirt.value.AnswerText;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The form of what a mailbox answers by itself.
@Controller
class MailboxAnswerController {

    private final Mailboxes mailboxes;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailboxAnswerController(Mailboxes mailboxes, Deeds deeds, ScopedTransaction transaction) {
        this.mailboxes = mailboxes;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/mailboxes/{id}/answer")
    ModelAndView answer(Visit visit, @PathVariable long id) {
        var mailbox = find(visit, id);
        return form(visit, mailbox, Form.of(mailbox.savedAnswer()));
    }

    @PostMapping("/mailboxes/{id}/answer")
    ModelAndView answerSet(Visit visit, @PathVariable long id) {
        return deeds.answer(
                visit,
                "mailbox.answer",
                id,
                "",
                Ways.list(visit, "mailbox"),
                typed -> form(visit, find(visit, id), typed));
    }

    private Mailbox find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> mailboxes.one(id));
    }

    private static ModelAndView form(Visit visit, Mailbox mailbox, Form form) {
        var t = visit.t();
        Visits.needs(visit, Right.MAILBOXES);
        return HostingForms.page(
                visit,
                t.of("web.hosting.answer-of", mailbox.name()),
                t.of("web.hosting.answer.what"),
                "/mailboxes/" + mailbox.id() + "/answer",
                form,
                fields(t, form),
                0,
                Ways.within(visit, "mailbox", mailbox.space().id()));
    }

    private static List<Field> fields(Texts t, Form form) {
        return List.of(
                Field.text("subject", t.of("web.message.subject"))
                        .from(form)
                        .autocomplete("off")
                        .atMost(AnswerSubject.LONGEST)
                        .help(t.of("web.hosting.answer.subject.help"))
                        .focused(form.errors().isEmpty()),
                Field.of("textarea", "text", t.of("web.message.text"))
                        .from(form)
                        .needed()
                        .atMost(AnswerText.LONGEST),
                Field.of("checkbox", "html", t.of("web.hosting.answer.html"))
                        .from(form)
                        .help(t.of("web.hosting.answer.html.help")),
                Field.of("date", "until", t.of("web.hosting.answer.until"))
                        .from(form)
                        .help(t.of("web.hosting.answer.until.help")));
    }
}
