package org.wirt.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// `wirt job …`: how far something is, what came of it, and the way back.
record JobWords(Session session, Arguments typed) {

    static final List<String> WORDS = List.of("show", "rows", "undo", "retry", "cancel");

    private static final Set<String> DEEDS = Set.of("undo", "retry", "cancel");
    private static final long SHORT = 100_000_000;
    private static final long LONG = 1_000_000_000;

    int run() {
        var t = session.t();
        var words = typed.words().subList(1, typed.words().size());
        if (words.size() != 2 || !words.getLast().matches("\\d{1,18}"))
            throw new Failure(ExitCodes.USAGE, t.of("job-usage", String.join("|", WORDS)));
        var word = words.getFirst();
        var path = "/jobs/" + words.getLast();
        if (DEEDS.contains(word)) Known.only(typed, t, "json", "no-wait");
        else Known.only(typed, t, "json");
        if (DEEDS.contains(word)) {
            var body = session.panel().post(path + "/" + word, java.util.Map.of());
            var job = Json.of(body);
            if (job.at("over").isTrue() || typed.is("no-wait")) return over(body);
            return follow(job.at("id").text());
        }
        switch (word) {
            case "show" -> new Lists(session, typed).one("job", session.panel().get(path));
            case "rows" -> rows(session.panel().get(path + "/rows"));
            default -> throw session.unknown("word-unknown", word, WORDS);
        }
        return ExitCodes.DONE;
    }

    private void rows(String body) {
        if (typed.is("json")) session.say(body);
        else
            new Lists(session, typed)
                    .print(
                            List.of("id", "name", "outcome", "detail", "made"),
                            Json.of(body).list());
    }

    /// Looks on until it is over. Whoever stops looking stops nothing.
    int follow(String id) {
        var progress = new Progress(session);
        var stopped = new Thread(() -> progress.leave(session.t().of("goes-on", id)));
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            long pause = SHORT;
            while (true) {
                var body = session.panel().get("/jobs/" + id);
                var job = Json.of(body);
                if (!progress.show(job)) return ExitCodes.LEFT;
                if (job.at("over").isTrue()) {
                    progress.end();
                    return over(body);
                }
                LockSupport.parkNanos(pause);
                pause = Math.min(LONG, pause * 3 / 2);
            }
        } finally {
            forget(stopped);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, and the hook says so.
        }
    }

    /// Tells what came of it.
    int over(String body) {
        var job = Json.of(body);
        if (typed.is("json")) session.say(body);
        else session.say(line(job));
        for (var node : job.at("unconfirmed").list()) session.remark(session.t().of("unconfirmed", node.text()));
        var counts = job.at("counts");
        return counts.at("refused").number() + counts.at("failed").number() > 0
                ? ExitCodes.SOME_REFUSED
                : ExitCodes.DONE;
    }

    private String line(Json job) {
        var t = session.t();
        var counts = job.at("counts");
        var line = new StringBuilder(
                t.of("job-line", job.at("id").text(), job.at("verb").text()));
        if (!job.at("name").isMissing())
            line.append(' ').append(Table.line(job.at("name").text()));
        var next = ": ";
        for (var outcome : counts.names()) {
            if (counts.at(outcome).number() == 0) continue;
            line.append(next).append(counts.at(outcome).text()).append(' ');
            line.append(t.has("outcome." + outcome) ? t.of("outcome." + outcome) : outcome);
            next = ", ";
        }
        if (!job.at("made").isMissing())
            line.append(next).append(t.of("made", job.at("made").text()));
        if (!job.at("remark").isMissing())
            line.append(". ").append(Table.line(job.at("remark").text()));
        return line.toString();
    }
}
