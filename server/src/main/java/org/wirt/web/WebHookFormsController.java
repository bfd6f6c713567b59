package org.wirt.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.hook.EventChoices;
import org.wirt.hook.WebHook;
import org.wirt.operation.Operations;
import org.wirt.operation.Selection;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.WebHookSecret;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Frame;
import org.wirt.web.ui.WebHookForm;

/// Makes and changes web hooks. The secret of a new one is made here and shown on the page that answers, never again.
@Controller
class WebHookFormsController {

    private static final String TYPES = "types";

    private final EventChoices choices;
    private final WebHookPages pages;
    private final Operations operations;
    private final Deeds deeds;

    WebHookFormsController(EventChoices choices, WebHookPages pages, Operations operations, Deeds deeds) {
        this.choices = choices;
        this.pages = pages;
        this.operations = operations;
        this.deeds = deeds;
    }

    @GetMapping("/web-hooks/new")
    ModelAndView add(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        return addForm(visit, Form.empty(), Set.of());
    }

    @PostMapping("/web-hooks")
    ModelAndView create(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var secret = WebHookSecret.random();
        var typed = typed(visit);
        typed.put("secret", List.of(secret.text()));
        try {
            var verb = operations.permitted("web-hook.create", visit.caller());
            var job = operations.start(verb, Selection.one(visit.scope().accountId()), typed, visit.caller());
            return pages.page(visit, pages.find(visit, job.made().orElseThrow()), secret.text());
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return Deeds.conflict(addForm(visit, Deeds.again(visit, refused.refusals()), ticked(visit)));
        }
    }

    private ModelAndView addForm(Visit visit, Form form, Set<String> ticked) {
        var t = visit.t();
        var title = t.of("web.web-hook.add");
        var frame = visit.frame()
                .titled(
                        title,
                        new Crumb(t.of("web.tools-and-settings"), "/tools"),
                        new Crumb(t.of("web.web-hooks"), "/web-hooks"),
                        Crumb.here(title));
        return form(visit, frame, title, "/web-hooks", form, ticked, title, "/web-hooks");
    }

    @GetMapping("/web-hooks/{id}/change")
    ModelAndView change(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        var form = new Form(Map.of("name", hook.name(), "url", hook.url()), Map.of(), String.valueOf(hook.changed()));
        return changeForm(visit, hook, form, Set.copyOf(hook.types()));
    }

    @PostMapping("/web-hooks/{id}/change")
    ModelAndView save(Visit visit, @PathVariable long id) {
        var hook = pages.find(visit, id);
        var refusals = deeds.tried(visit, "web-hook.change", id, typed(visit));
        if (!refusals.isEmpty()) {
            var form = Words.form(visit.t(), Words.firsts(visit.parameters()), refusals, visit.parameter("version"));
            return Deeds.conflict(changeForm(visit, hook, form, ticked(visit)));
        }
        visit.say(Flash.done(visit.t().of("web.done.web-hook.change", visit.parameter("name"))));
        return new ModelAndView("redirect:" + WebHookPages.path(hook));
    }

    private ModelAndView changeForm(Visit visit, WebHook hook, Form form, Set<String> ticked) {
        var title = visit.t().of("web.heading.one.web-hook.change", hook.name());
        var frame = WebHookPages.frame(visit, hook, visit.t().of("verb.web-hook.change"));
        var way = WebHookPages.path(hook);
        return form(
                visit, frame, title, way + "/change", form, ticked, visit.t().of("web.ok"), way);
    }

    private ModelAndView form(
            Visit visit,
            Frame frame,
            String title,
            String action,
            Form form,
            Set<String> ticked,
            String submit,
            String returnTo) {
        boolean some = !ticked.isEmpty() || form.error(TYPES) != null;
        var page = new WebHookForm(frame, title, action, form, groups(visit, ticked), some, submit, returnTo);
        return new ModelAndView("hook/form", "page", page);
    }

    private List<WebHookForm.Group> groups(Visit visit, Set<String> ticked) {
        var t = visit.t();
        return choices.of(visit.level()).entrySet().stream()
                .map(kind -> group(t, kind.getKey(), kind.getValue(), ticked))
                .sorted(java.util.Comparator.comparing(WebHookForm.Group::label))
                .toList();
    }

    private static WebHookForm.Group group(Texts t, String kind, List<String> types, Set<String> ticked) {
        var whole = kind + ".*";
        var boxes = types.stream()
                .map(type -> new WebHookForm.Box(
                        type, WebHookWords.what(t, type.substring(kind.length() + 1)), ticked.contains(type)))
                .toList();
        return new WebHookForm.Group(
                WebHookWords.kind(t, kind),
                new WebHookForm.Box(whole, t.of("web.web-hook.types.whole"), ticked.contains(whole)),
                boxes);
    }

    private static Set<String> ticked(Visit visit) {
        return new HashSet<>(visit.parameters().getOrDefault(TYPES, List.of()));
    }

    /// The boxes are one field of the verb.
    private static Map<String, List<String>> typed(Visit visit) {
        var typed = new LinkedHashMap<>(visit.parameters());
        typed.put(TYPES, List.of(String.join("\n", ticked(visit))));
        return typed;
    }
}
