package org.wirt.cli;

import java.util.List;
import java.util.stream.Collectors;

/// What the panel said no to, and why (RFC 9457).
final class Refusals {

    private final Json problem;
    private final Texts t;

    Refusals(String body, Texts t) {
        this.problem = read(body);
        this.t = t;
    }

    private static Json read(String body) {
        try {
            return Json.of(body);
        } catch (Json.Malformed _) {
            return Json.MISSING;
        }
    }

    /// The fields that are wrong, as the panel calls them.
    List<String> fields() {
        return problem.at("errors").list().stream()
                .map(one -> one.at("field").text())
                .toList();
    }

    /// Those that are wrong for this reason.
    List<String> fieldsOf(String code) {
        return problem.at("errors").list().stream()
                .filter(one -> one.at("code").text().equals(code))
                .map(one -> one.at("field").text())
                .toList();
    }

    /// One line for each reason.
    String sentences() {
        var errors = problem.at("errors").list();
        if (!errors.isEmpty()) return errors.stream().map(Refusals::line).collect(Collectors.joining("\n"));
        // The dialect's interface says it as its own clients expect it.
        for (var name : List.of("detail", "message")) {
            var said = problem.at(name).text();
            if (!said.isEmpty()) return said;
        }
        return t.of("no-answer-of-a-panel");
    }

    private static String line(Json error) {
        var field = error.at("field").text();
        return (field.isEmpty() ? "" : "--" + Kebab.of(field) + ": ")
                + error.at("detail").text();
    }
}
