package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.wirt.speech.Texts;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;

/// The forms that add a forward to a subscription and let one point elsewhere.
@Controller
class ForwardFormsController {

    private static final int MOST_TYPED = 15_000;

    private final HostingForms forms;
    private final Forwards forwards;
    private final Deeds deeds;
    private final ScopedTransaction transaction;

    ForwardFormsController(HostingForms forms, Forwards forwards, Deeds deeds, ScopedTransaction transaction) {
        this.forms = forms;
        this.forwards = forwards;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}/forwards/new")
    ModelAndView add(Visit visit, @PathVariable long id) {
        return addForm(visit, id, Form.of(Map.of("site", visit.parameter("site"))));
    }

    @PostMapping("/subscriptions/{id}/forwards/new")
    ModelAndView added(Visit visit, @PathVariable long id) {
        return deeds.answer(
                visit, "forward.create", id, made(visit, id), page(visit, id), form -> addForm(visit, id, form));
    }

    @GetMapping("/forwards/{id}/change")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var forward = find(visit, id);
        return changeForm(visit, forward, Form.of(forward.saved()));
    }

    @PostMapping("/forwards/{id}/change")
    ModelAndView changed(Visit visit, @PathVariable long id) {
        return deeds.answer(
                visit,
                "forward.change",
                id,
                "",
                Ways.list(visit, "forward"),
                form -> changeForm(visit, find(visit, id), form));
    }

    private Forward find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> forwards.one(id));
    }

    private ModelAndView addForm(Visit visit, long id, Form form) {
        var t = visit.t();
        var space = forms.space(visit, id, Right.MAILBOXES);
        var fields = new ArrayList<Field>();
        fields.add(HostingForms.local(t, form)
                .help(t.of("web.hosting.local.forward.help"))
                .focused(form.errors().isEmpty()));
        fields.add(forms.domains(visit, space, form));
        pointing(t, form, fields, false);
        fields.add(keep(t, form));
        var heading = t.of("web.hosting.add-forward.to", HostingWords.display(space.name()));
        return HostingForms.page(
                visit, heading, null, "/subscriptions/" + id + "/forwards/new", form, fields, 0, page(visit, id));
    }

    private ModelAndView changeForm(Visit visit, Forward forward, Form form) {
        var t = visit.t();
        Visits.needs(visit, Right.MAILBOXES);
        var fields = new ArrayList<Field>();
        pointing(t, form, fields, true);
        if (!forward.isNobodys()) fields.add(keep(t, form));
        return HostingForms.page(
                visit,
                t.of("web.hosting.change-forward.of", forward.name()),
                null,
                "/forwards/" + forward.id() + "/change",
                form,
                fields,
                0,
                page(visit, forward.space().id()));
    }

    private static void pointing(Texts t, Form form, List<Field> fields, boolean first) {
        fields.add(Field.of("textarea", "targets", t.of("web.hosting.targets"))
                .from(form)
                .needed()
                .atMost(MOST_TYPED)
                .help(t.of("web.hosting.targets.help"))
                .focused(first && form.errors().isEmpty()));
    }

    private static Field keep(Texts t, Form form) {
        return Field.of("checkbox", "keep", t.of("web.hosting.keep")).from(form).help(t.of("web.hosting.keep.help"));
    }

    private String made(Visit visit, long subscription) {
        return visit.parameter("local").strip().toLowerCase(Locale.ROOT) + "@"
                + forms.domain(visit, subscription, visit.parameter("site")).orElse("");
    }

    private static String page(Visit visit, long subscription) {
        return Ways.within(visit, "forward", subscription);
    }

    /// Where verbs come back to that were not told; and links of previews to single things.
    @GetMapping({"/forwards", "/forwards/{id}"})
    String home(Visit visit) {
        return "redirect:" + Ways.list(visit, "forward");
    }
}
