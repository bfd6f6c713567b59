package org.wirt.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.operation.Inputs;
import org.wirt.operation.Operations;
import org.wirt.operation.Previews;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Form;

/// One deed from a form on one object: done, or why not, so that the form can be shown again with what was typed.
@Component
class Deeds {

    private final Operations operations;
    private final Previews previews;

    Deeds(Operations operations, Previews previews) {
        this.operations = operations;
        this.previews = previews;
    }

    /// @return empty when it is done or was so already; what does not exist for this visitor answers as missing
    List<Refusal> tried(Visit visit, String verb, long id, Map<String, List<String>> parameters) {
        if (isRepetitionMissing(visit))
            return differing(operations.permitted(verb, visit.caller()), visit, id, spoken(visit, parameters));
        try {
            operations.start(
                    operations.permitted(verb, visit.caller()),
                    Selection.one(id),
                    spoken(visit, parameters),
                    visit.caller());
            return List.of();
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return refused.refusals();
        }
    }

    List<Refusal> tried(Visit visit, String verb, long id) {
        return tried(visit, verb, id, visit.parameters());
    }

    /// Does it and says so where the visitor came from, or shows the form again with what is wrong.
    ///
    /// @param made  what was added, by its name; empty: the deed was on something that there was
    /// @param back  where it leads unless the visitor came from elsewhere
    /// @param again the form with what was typed
    ModelAndView answer(
            Visit visit, String name, long id, String made, String back, Function<Form, ModelAndView> again) {
        try {
            var verb = operations.permitted(name, visit.caller());
            var typed = spoken(visit, visit.parameters());
            requireRepetition(verb, visit, id, typed);
            var job = operations.start(verb, Selection.one(id), typed, visit.caller());
            visit.say(
                    made.isEmpty() ? Receipts.flash(visit.t(), verb, job) : Receipts.flash(visit.t(), verb, job, made));
            return new ModelAndView("redirect:" + visit.returnTo(back));
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return conflict(again.apply(again(visit, refused.refusals())));
        }
    }

    private void requireRepetition(Verbs.Known<?, ?> verb, Visit visit, long id, Map<String, List<String>> typed) {
        if (!typed.containsKey("repeat") || Inputs.text("password", typed).equals(Inputs.text("repeat", typed))) return;
        throw new Refused(differing(verb, visit, id, typed));
    }

    /// Numbers are typed in the reader's language: verbs that read any are told which.
    static Map<String, List<String>> spoken(Visit visit, Map<String, List<String>> parameters) {
        var spoken = new LinkedHashMap<>(parameters);
        spoken.put("numbers", List.of(visit.t().locale().getLanguage()));
        return spoken;
    }

    /// Nothing is done, but what else is wrong is told with it.
    private List<Refusal> differing(Verbs.Known<?, ?> verb, Visit visit, long id, Map<String, List<String>> typed) {
        var wrong = new ArrayList<>(previews.mistakes(verb, id, typed, visit.caller()));
        wrong.add(Refusal.invalid("repeat", "passwords-differ"));
        return wrong;
    }

    /// A form that asks for the password twice wants both; only he who sets his own by email needs none.
    private static boolean isRepetitionMissing(Visit visit) {
        return visit.parameters().containsKey("repeat")
                && visit.parameter("repeat").isEmpty()
                && !visit.parameter("password").isEmpty()
                && visit.parameter("activateByEmail").isEmpty();
    }

    /// What was typed, with what is wrong with it.
    static Form again(Visit visit, List<Refusal> refusals) {
        return Words.form(visit.t(), Words.firsts(visit.parameters()), refusals, "");
    }

    /// The page with the form once more, as an answer that says that nothing was done.
    static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
