package org.wirt.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.Mailbox;
import org.wirt.hosting.Mailboxes;
import org.wirt.web.ui.Form;

/// The forms that call a mailbox or a forward otherwise.
@Controller
class MailNameController {

    private final Mailboxes mailboxes;
    private final Forwards forwards;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    MailNameController(Mailboxes mailboxes, Forwards forwards, Deeds deeds, ScopedTransaction transaction) {
        this.mailboxes = mailboxes;
        this.forwards = forwards;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/mailboxes/{id}/name")
    ModelAndView mailbox(Visit visit, @PathVariable long id) {
        var mailbox = find(visit, id);
        return form(visit, mailbox, Form.of(Map.of("local", mailbox.local())));
    }

    @PostMapping("/mailboxes/{id}/name")
    ModelAndView mailboxNamed(Visit visit, @PathVariable long id) {
        var back = Ways.list(visit, "mailbox");
        return deeds.answer(visit, "mailbox.rename", id, "", back, typed -> form(visit, find(visit, id), typed));
    }

    private Mailbox find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> mailboxes.one(id));
    }

    private static ModelAndView form(Visit visit, Mailbox mailbox, Form form) {
        var back = Ways.within(visit, "mailbox", mailbox.space().id());
        return form(visit, "mailbox", mailbox.name(), "/mailboxes/" + mailbox.id() + "/name", back, form);
    }

    @GetMapping("/forwards/{id}/name")
    ModelAndView forward(Visit visit, @PathVariable long id) {
        var forward = found(visit, id);
        return form(visit, forward, Form.of(Map.of("local", forward.local())));
    }

    @PostMapping("/forwards/{id}/name")
    ModelAndView forwardNamed(Visit visit, @PathVariable long id) {
        var back = Ways.list(visit, "forward");
        return deeds.answer(visit, "forward.rename", id, "", back, typed -> form(visit, found(visit, id), typed));
    }

    private Forward found(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> forwards.one(id));
    }

    private static ModelAndView form(Visit visit, Forward forward, Form form) {
        var back = Ways.within(visit, "forward", forward.space().id());
        return form(visit, "forward", forward.name(), "/forwards/" + forward.id() + "/name", back, form);
    }

    private static ModelAndView form(Visit visit, String kind, String name, String to, String back, Form form) {
        var t = visit.t();
        Visits.needs(visit, Right.MAILBOXES);
        return HostingForms.page(
                visit,
                t.of("web.hosting.name-of", name),
                t.of("web.hosting." + kind + "-name.what"),
                to,
                form,
                List.of(HostingForms.local(t, form).focused(form.errors().isEmpty())),
                0,
                back);
    }
}
