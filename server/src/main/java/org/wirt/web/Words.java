package org.wirt.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.operation.Job;
import org.wirt.operation.JobRow;
import org.wirt.operation.Remark;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.web.ui.Form;

/// Turns refusals into sentences and form errors.
final class Words {

    private static final String REMOVAL = ".remove";

    private Words() {}

    static String sentence(Texts t, Refusal refusal) {
        return t.of(refusal.key(), refusal.gaps().toArray());
    }

    static String sentence(Texts t, String code, List<Object> gaps) {
        return t.of("refusal." + code, gaps.toArray());
    }

    static String sentence(Texts t, Remark remark) {
        return t.of(remark.key(), remark.gaps().toArray());
    }

    /// What a row of a receipt says besides its outcome, if anything.
    static Optional<String> note(Texts t, JobRow row) {
        var code = row.code();
        if (code == null) return Optional.empty();
        return Optional.of(
                row.outcome() == Job.Outcome.DONE
                        ? sentence(t, new Remark(code, row.gaps()))
                        : sentence(t, code, row.gaps()));
    }

    /// What is said of somebody to whom a deed changes nothing.
    static String unchanged(Texts t, String verb) {
        return t.of(verb.endsWith(REMOVAL) ? "web.already-binned" : "web.already-so");
    }

    static String unchanged(Texts t, String verb, String name) {
        return t.of(verb.endsWith(REMOVAL) ? "web.already-binned-of" : "web.already-so-of", name);
    }

    /// What was typed together with what is wrong with it. A refusal without a field stands under `""`.
    static Form form(Texts t, Map<String, String> typed, List<Refusal> refusals, String version) {
        var errors = new LinkedHashMap<String, String>();
        for (var refusal : refusals) errors.putIfAbsent(refusal.field().orElse(""), sentence(t, refusal));
        return new Form(typed, errors, version);
    }

    static Map<String, String> firsts(Map<String, List<String>> parameters) {
        var typed = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> {
            if (!values.isEmpty() && !name.toLowerCase(java.util.Locale.ROOT).contains("password"))
                typed.put(name, values.getFirst());
        });
        return typed;
    }
}
