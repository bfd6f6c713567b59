package org.wirt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operations;
import org.wirt.operation.Preview;
import org.wirt.operation.Previews;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Flash;
import org.wirt.web.ui.Link;

/// The one controller of all verbs: a selection and a form make first the preview, then the deed. One target is
/// answered with a message, several with a job whose bar stands above the list.
@Controller
class BulkController {

    private final Operations operations;
    private final Previews previews;
    private final Map<String, Confirmation> confirmations = new LinkedHashMap<>();
    private final PlainConfirmation plain;
    private final JobViews jobs;

    BulkController(
            Operations operations,
            Previews previews,
            List<Confirmation> confirmations,
            PlainConfirmation plain,
            JobViews jobs) {
        this.operations = operations;
        this.previews = previews;
        this.plain = plain;
        this.jobs = jobs;
        for (var confirmation : confirmations)
            confirmation.verbs().forEach(v -> this.confirmations.put(v, confirmation));
    }

    @GetMapping("/bulk/{name}")
    ModelAndView preview(Visit visit, @PathVariable String name) {
        var verb = operations.permitted(name, visit.caller());
        return preview(visit, verb, selection(visit), List.of());
    }

    @PostMapping("/bulk/{name}")
    ModelAndView apply(Visit visit, HttpServletResponse response, @PathVariable String name) {
        var verb = operations.permitted(name, visit.caller());
        var selection = selection(visit);
        if (visit.parameter("preview").equals("true")) return preview(visit, verb, selection, List.of());
        var confirmation = confirmations.getOrDefault(name, plain);
        if (confirmation.asks(visit, verb, selection)) return preview(visit, verb, selection, List.of());
        try {
            return done(
                    visit,
                    response,
                    verb,
                    selection,
                    operations.start(verb, selection, Deeds.spoken(visit, visit.parameters()), visit.caller()));
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return preview(visit, verb, selection, refused.refusals());
        }
    }

    /// Takes back what a job did.
    @PostMapping("/jobs/{id}/undo")
    ModelAndView undo(Visit visit, HttpServletResponse response, @PathVariable long id) {
        var before =
                operations.undosOf(id, visit.caller()).stream().map(Job::id).toList();
        var job = operations.undo(id, visit.caller());
        if (job.single()) {
            visit.say(said(visit.t(), job, before.contains(job.id())));
            return go(visit, response, Ways.undone(visit, job, jobs.target(visit, job)));
        }
        return go(visit, response, "/jobs/" + job.id());
    }

    /// Who presses a button of a page that is no longer true hears what was so before.
    private static Flash said(Texts t, Job undo, boolean before) {
        if (before)
            return new Flash(
                    Flash.Kind.NOTE, t.of("web.job.undone"), new Link(t.of("web.receipt"), "/jobs/" + undo.id()), null);
        if (undo.count(Job.Outcome.DONE) > 0) {
            var text = t.of("web.undone", Deed.shown(undo.name().orElse("")));
            return new Flash(Receipts.kind(undo), Receipts.confirmed(t, text, undo), null, null);
        }
        var why = undo.remark().map(r -> Words.sentence(t, r.code(), r.gaps()));
        return Flash.problem(why.orElseGet(() -> t.of("refusal.undo-contradicted")));
    }

    private <T extends Operand, I extends Record> ModelAndView preview(
            Visit visit, Verbs.Known<T, I> verb, Selection selection, List<Refusal> refusals) {
        if (selection instanceof Selection.These(var ids) && ids.isEmpty()) throw new Refused(Refusal.notFound());
        var form = Deeds.again(visit, refusals);
        var confirmation = confirmations.getOrDefault(verb.name(), plain);
        boolean answered = refusals.isEmpty() && !visit.request().getMethod().equals("GET");
        var previewInput = answered ? Deeds.spoken(visit, visit.parameters()) : confirmation.unanswered();
        Preview<T> preview = previews.preview(verb, selection, previewInput, visit.caller(), Confirmation.ROWS);
        var view = confirmation.page(new Deed(visit, verb, selection, preview, form, picture(selection)));
        if (!refusals.isEmpty()) view.setStatus(visit.wantsFragment() ? HttpStatus.OK : HttpStatus.CONFLICT);
        return view;
    }

    private static ModelAndView done(
            Visit visit, HttpServletResponse response, Verbs.Known<?, ?> verb, Selection selection, Job job) {
        var object = verb.targets().object();
        if (job.single()) {
            visit.say(Receipts.flash(visit.t(), verb, job));
            long id = selection instanceof Selection.These(var ids) ? ids.getFirst() : 0;
            return go(visit, response, Ways.after(visit, verb.name(), object, id));
        }
        var way = visit.returnTo(Ways.list(visit, object));
        var list = way.contains("?") ? way + "&job=" + job.id() : way + "?job=" + job.id();
        return go(visit, response, list);
    }

    private static ModelAndView go(Visit visit, HttpServletResponse response, String way) {
        if (!visit.wantsFragment()) return new ModelAndView("redirect:" + way);
        response.setHeader("HX-Redirect", way);
        var view = new ModelAndView("bulk/nothing");
        view.setStatus(HttpStatus.OK);
        return view;
    }

    static Selection selection(Visit visit) {
        if (!visit.parameter("all").equals("true")) return new Selection.These(visit.ids());
        return new Selection.Matching(org.wirt.web.ui.Selection.filter(visit.parameters()));
    }

    private static org.wirt.web.ui.Selection picture(Selection selection) {
        return switch (selection) {
            case Selection.These(var ids) ->
                org.wirt.web.ui.Selection.of(
                        new ArrayList<>(ids.stream().map(String::valueOf).toList()));
            case Selection.Matching(var filter) -> new org.wirt.web.ui.Selection(List.of(), true, filter);
        };
    }
}
