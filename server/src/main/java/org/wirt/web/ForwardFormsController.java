package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.Right;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.Site;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Space;
import org.wirt.hosting.Spaces;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.HostingForm;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Texts;

/// The forms that add a forward to a subscription and let one point elsewhere.
@Controller
class ForwardFormsController {

    private static final int MOST_TYPED = 15_000;

    private final Spaces spaces;
    private final Sites sites;
    private final Forwards forwards;
    private final Operations operations;
    private final ScopedTransaction transaction;

    ForwardFormsController(
            Spaces spaces, Sites sites, Forwards forwards, Operations operations, ScopedTransaction transaction) {
        this.spaces = spaces;
        this.sites = sites;
        this.forwards = forwards;
        this.operations = operations;
        this.transaction = transaction;
    }

    @GetMapping("/subscriptions/{id}/forwards/new")
    ModelAndView add(Visit visit, @PathVariable long id) {
        return addForm(visit, id, Form.of(Map.of("site", visit.parameter("site"))));
    }

    @PostMapping("/subscriptions/{id}/forwards/new")
    ModelAndView added(Visit visit, @PathVariable long id) {
        try {
            var verb = operations.permitted("forward.create", visit.caller());
            var job = operations.start(verb, Selection.one(id), visit.parameters(), visit.caller());
            visit.say(Receipts.flash(visit.t(), verb, job, made(visit, id)));
            return new ModelAndView("redirect:" + visit.returnTo(page(visit, id)));
        } catch (Refused refused) {
            return again(refused, () -> addForm(visit, id, mistakes(visit, refused)));
        }
    }

    @GetMapping("/forwards/{id}/change")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var forward = find(visit, id);
        return changeForm(
                visit,
                forward,
                Form.of(Map.of(
                        "targets", String.join("\n", forward.targets()), "keep", String.valueOf(forward.keep()))));
    }

    @PostMapping("/forwards/{id}/change")
    ModelAndView changed(Visit visit, @PathVariable long id) {
        try {
            var verb = operations.permitted("forward.change", visit.caller());
            var job = operations.start(verb, Selection.one(id), visit.parameters(), visit.caller());
            visit.say(Receipts.flash(visit.t(), verb, job));
            return new ModelAndView("redirect:" + visit.returnTo(Ways.list(visit, "forward")));
        } catch (Refused refused) {
            return again(refused, () -> changeForm(visit, find(visit, id), mistakes(visit, refused)));
        }
    }

    private static ModelAndView again(Refused refused, Supplier<ModelAndView> form) {
        if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
        return Deeds.conflict(form.get());
    }

    private static Form mistakes(Visit visit, Refused refused) {
        return Deeds.again(visit, refused.refusals());
    }

    private Forward find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> forwards.load(List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private ModelAndView addForm(Visit visit, long id, Form form) {
        var t = visit.t();
        var space = transaction.read(visit.scope(), () -> spaces.load(List.of(id))).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        Visits.needs(visit, Right.MAILBOXES);
        var fields = new ArrayList<Field>();
        fields.add(Field.text("local", t.of("web.hosting.local"))
                .from(form)
                .needed()
                .autocomplete("off")
                .atMost(64)
                .help(t.of("web.hosting.local.help"))
                .focused(form.errors().isEmpty()));
        fields.add(Field.choice("site", t.of("web.domain"), domains(visit, space))
                .from(form)
                .needed());
        pointing(t, form, fields, false);
        var heading = t.of("web.hosting.add-forward.to", HostingWords.display(space.name()));
        return show(visit, heading, "/subscriptions/" + id + "/forwards/new", form, fields, page(visit, id));
    }

    private ModelAndView changeForm(Visit visit, Forward forward, Form form) {
        var t = visit.t();
        Visits.needs(visit, Right.MAILBOXES);
        var fields = new ArrayList<Field>();
        pointing(t, form, fields, true);
        return show(
                visit,
                t.of("web.hosting.change-forward.of", forward.name()),
                "/forwards/" + forward.id() + "/change",
                form,
                fields,
                page(visit, forward.space().id()));
    }

    private static void pointing(Texts t, Form form, List<Field> fields, boolean first) {
        fields.add(Field.of("textarea", "targets", t.of("web.hosting.targets"))
                .from(form)
                .needed()
                .atMost(MOST_TYPED)
                .help(t.of("web.hosting.targets.help"))
                .focused(first && form.errors().isEmpty()));
        fields.add(Field.of("checkbox", "keep", t.of("web.hosting.keep"))
                .from(form)
                .help(t.of("web.hosting.keep.help")));
    }

    private List<Option> domains(Visit visit, Space space) {
        return transaction.read(visit.scope(), () -> sites.in(List.of(space.id()))).stream()
                .map(s -> new Option(String.valueOf(s.id()), s.name()))
                .toList();
    }

    private String made(Visit visit, long subscription) {
        return visit.parameter("local").strip().toLowerCase(Locale.ROOT) + "@"
                + chosen(visit, subscription).orElse("");
    }

    private Optional<String> chosen(Visit visit, long subscription) {
        return transaction.read(visit.scope(), () -> sites.in(List.of(subscription))).stream()
                .filter(s -> String.valueOf(s.id()).equals(visit.parameter("site")))
                .findFirst()
                .map(Site::name);
    }

    private static ModelAndView show(
            Visit visit, String heading, String action, Form form, List<Field> fields, String otherwise) {
        var page = new HostingForm(
                visit.frame().beneath(heading), heading, null, action, form, fields, 0, visit.returnTo(otherwise));
        return new ModelAndView("hosting/form", "page", page);
    }

    private static String page(Visit visit, long subscription) {
        return visit.level() == Level.CUSTOMER ? "/mail" : "/subscriptions/" + subscription + "?tab=mail";
    }

    /// Where verbs come back to that were not told; and links of previews to single things.
    @GetMapping({"/forwards", "/forwards/{id}"})
    String home(Visit visit) {
        return "redirect:" + Ways.list(visit, "forward");
    }
}
