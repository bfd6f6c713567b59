package org.wirt.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `wirt <kind> <verb> <target>…`: says what would be done, or does it, and tells what came of it.
record Deeds(Session session, Arguments typed, Catalogue.Verb verb) {

    private static final int STATUS_INVALID = 422;
    private static final String VERBS = "/verbs/";

    int run(List<String> names) {
        Known.besides(typed, session.t(), options());
        var fields = Fields.of(session, verb, typed.own());
        var meant = meant(names);
        if (typed.is("preview")) return shown(preview(meant, fields));
        if (!isOne(meant)) confirmed(meant, fields);
        return done(send(VERBS + verb.name(), meant, fields));
    }

    /// Of those that every command has: `--in` only where names are looked for in something.
    private String[] options() {
        boolean lies = !verb.makes()
                && Kind.of(verb.kind()).filter(kind -> !kind.in().isEmpty()).isPresent();
        return lies
                ? new String[] {"preview", "json", "no-wait", "yes", "filter", "in"}
                : new String[] {"preview", "json", "no-wait", "yes", "filter"};
    }

    /// The targets by number, or the filter that finds them.
    private Map<String, Object> meant(List<String> names) {
        var filter = typed.values("filter");
        if (!filter.isEmpty()) {
            if (!names.isEmpty()) throw new Failure(ExitCodes.USAGE, session.t().of("names-or-filter"));
            return Map.of("filter", new Filters(session).ofDeed(verb.kind(), filter));
        }
        var ids = new ArrayList<Long>();
        var targets = new Targets(session);
        var kinds = verb.makes() ? Kind.parents(verb.kind()) : List.of(verb.kind());
        for (var name : names)
            ids.add(targets.find(kinds.isEmpty() ? List.of(verb.kind()) : kinds, name, typed.value("in")));
        if (ids.isEmpty()) {
            if (!verb.makes() || !kinds.equals(List.of("reseller")))
                throw new Failure(ExitCodes.USAGE, session.t().of("no-target", verb.kind(), verb.word()));
            ids.add(Json.of(session.panel().get("")).at("account").number());
        }
        return Map.of("ids", ids);
    }

    private static boolean isOne(Map<String, Object> meant) {
        return meant.get("ids") instanceof List<?> ids && ids.size() == 1;
    }

    private String send(String path, Map<String, Object> meant, Fields fields) {
        var answer = session.panel().ask(path, body(meant, fields));
        while (answer.status() == STATUS_INVALID && fields.ask(new Refusals(answer.body(), session.t()).fields()))
            answer = session.panel().ask(path, body(meant, fields));
        var kind = Kind.of(verb.kind());
        return kind.isPresent()
                ? new Filters(session).good(kind.get(), answer)
                : session.panel().good(answer);
    }

    private static Map<String, Object> body(Map<String, Object> meant, Fields fields) {
        var body = new LinkedHashMap<>(meant);
        if (!fields.input().isEmpty()) body.put("input", fields.input());
        return body;
    }

    private String preview(Map<String, Object> meant, Fields fields) {
        return send(VERBS + verb.name() + "/preview", meant, fields);
    }

    private void confirmed(Map<String, Object> meant, Fields fields) {
        if (typed.is("yes")) return;
        if (!session.around().canAsk())
            throw new Failure(ExitCodes.USAGE, session.t().of("wants-yes"));
        var ahead = Json.of(preview(meant, fields));
        session.around().err().print(session.t().of("go-on", verb.title(), summary(ahead)) + " ");
        session.around().err().flush();
        if (!isYes()) throw new Failure(ExitCodes.SOME_REFUSED, session.t().of("not-done"));
    }

    private boolean isYes() {
        try {
            var line =
                    new BufferedReader(new InputStreamReader(session.around().in(), StandardCharsets.UTF_8)).readLine();
            return line != null
                    && line.strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes|j|ja");
        } catch (IOException _) {
            return false;
        }
    }

    private String summary(Json ahead) {
        boolean all = ahead.at("judged").number() >= ahead.at("total").number();
        return session.t()
                .of(
                        all ? "ahead" : "ahead-of-some",
                        ahead.at("total").text(),
                        ahead.at("allowed").text(),
                        ahead.at("unchanged").text(),
                        ahead.at("refused").text(),
                        ahead.at("judged").text());
    }

    private int shown(String body) {
        var ahead = Json.of(body);
        boolean refused = ahead.at("refused").number() > 0;
        if (typed.is("json")) session.say(body);
        else {
            var t = session.t();
            var table = new Table(List.of(t.column("target"), t.column("verdict"), t.column("why")));
            for (var row : ahead.at("rows").list())
                table.add(List.of(
                        row.at("name").text(),
                        t.of("verdict." + row.at("verdict").text()),
                        row.at("why").at("detail").text()));
            table.lines(session.around().isRead() ? session.around().width() : 0)
                    .forEach(session::say);
            session.remark(summary(ahead));
        }
        return refused ? ExitCodes.SOME_REFUSED : ExitCodes.DONE;
    }

    private int done(String body) {
        var jobs = new JobWords(session, typed);
        var job = Json.of(body);
        if (job.at("over").isTrue()) return jobs.over(body);
        if (typed.is("no-wait")) {
            if (typed.is("json")) session.say(body);
            else session.say(session.t().of("job-started", job.at("id").text()));
            return ExitCodes.DONE;
        }
        return jobs.follow(job.at("id").text());
    }
}
