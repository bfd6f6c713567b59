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
import org.wirt.hosting.Space;
import org.wirt.plan.Catalogue;
import org.wirt.speech.Texts;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The form that lets a mailbox grow larger, or less large.
@Controller
class MailboxQuotaController {

    private final Mailboxes mailboxes;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailboxQuotaController(Mailboxes mailboxes, Deeds deeds, ScopedTransaction transaction) {
        this.mailboxes = mailboxes;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/mailboxes/{id}/quota")
    ModelAndView quota(Visit visit, @PathVariable long id) {
        var mailbox = find(visit, id);
        return form(visit, mailbox, Form.of(mailbox.saved()));
    }

    @PostMapping("/mailboxes/{id}/quota")
    ModelAndView quotaSet(Visit visit, @PathVariable long id) {
        return deeds.answer(
                visit,
                "mailbox.quota",
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
                t.of("web.hosting.quota-of", mailbox.name()),
                t.of("web.hosting.quota.what"),
                "/mailboxes/" + mailbox.id() + "/quota",
                form,
                List.of(field(t, mailbox.space(), form).focused(form.errors().isEmpty())),
                0,
                Ways.within(visit, "mailbox", mailbox.space().id()));
    }

    /// As it is asked of every mailbox, new or not.
    static Field field(Texts t, Space space, Form form) {
        return Field.text("quota", t.of("web.hosting.quota-field"))
                .from(form)
                .help(t.of("web.hosting.quota-field.help", t.size(space.limits().get(Catalogue.MAILBOX_SIZE))));
    }
}
