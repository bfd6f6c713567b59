package org.wirt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Job;
import org.wirt.operation.JobRow;
import org.wirt.operation.Jobs;
import org.wirt.operation.Operations;
import org.wirt.operation.Verbs;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What was started: how far it is, what came of each target, and the way back.
@RestController
@RequestMapping("/api/v1/jobs/{id}")
class JobApi {

    private static final int MOST_ROWS = 10_000;

    private final Operations operations;
    private final Verbs verbs;
    private final Jobs jobs;
    private final ScopedTransaction transaction;

    JobApi(Operations operations, Verbs verbs, Jobs jobs, ScopedTransaction transaction) {
        this.operations = operations;
        this.verbs = verbs;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /// @param counts how many targets came out how
    /// @param name   what the one target of a deed on one is called
    /// @param remark what is said besides of it, or why not
    /// @param made   number of what that has made
    /// @param unconfirmed nodes that did not say in time that they follow; only in the answer to the deed itself
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(
            long id,
            String verb,
            String state,
            boolean over,
            int total,
            Map<String, Integer> counts,
            Instant created,
            @Nullable Instant finished,
            boolean undoable,
            @Nullable String name,
            @Nullable String remark,
            @Nullable Long made,
            @Nullable List<String> unconfirmed) {

        static Seen of(Texts t, Job job, boolean undoable) {
            var counts = new TreeMap<String, Integer>();
            job.counts().forEach((outcome, count) -> counts.put(word(outcome), count));
            return new Seen(
                    job.id(),
                    job.verb(),
                    word(job.state()),
                    job.over(),
                    job.total(),
                    counts,
                    job.created(),
                    job.finished().orElse(null),
                    undoable && job.undoes().isEmpty(),
                    job.name().orElse(null),
                    job.remark()
                            .map(r -> said(t, job.count(Job.Outcome.DONE) > 0, r.code(), r.gaps()))
                            .orElse(null),
                    job.made().orElse(null),
                    job.unconfirmed().isEmpty() ? null : job.unconfirmed());
        }
    }

    /// @param code   the same in every language
    /// @param detail a sentence
    /// @param made   number of what was made of it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            long id,
            String name,
            String outcome,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Long made) {}

    @GetMapping
    Seen seen(Call call, @PathVariable long id) {
        return seen(call, find(call, id));
    }

    @GetMapping("/rows")
    List<Row> rows(Call call, @PathVariable long id) {
        find(call, id);
        return transaction.read(call.caller().scope(), () -> jobs.rows(id, MOST_ROWS)).stream()
                .map(row -> row(call, row))
                .toList();
    }

    private static Row row(Call call, JobRow row) {
        var detail = Optional.ofNullable(row.code())
                .map(code -> said(call.t(), row.outcome() == Job.Outcome.DONE, code, row.gaps()));
        return new Row(
                row.targetId(),
                row.name(),
                word(row.outcome()),
                row.code(),
                detail.orElse(null),
                row.made().orElse(null));
    }

    private static String said(Texts t, boolean done, String code, List<Object> gaps) {
        return t.of((done ? "remark." : "refusal.") + code, gaps.toArray());
    }

    @PostMapping("/undo")
    Seen undo(Call call, @PathVariable long id) {
        changes(call, id);
        return seen(call, operations.undo(id, call.caller()));
    }

    @PostMapping("/retry")
    Seen retry(Call call, @PathVariable long id) {
        changes(call, id);
        return seen(call, operations.retry(id, call.caller()));
    }

    @PostMapping("/cancel")
    Seen cancel(Call call, @PathVariable long id) {
        changes(call, id);
        operations.cancel(id, call.caller());
        return seen(call, id);
    }

    private Job find(Call call, long id) {
        var job = operations.job(id, call.caller()).orElseThrow(() -> new Refused(Refusal.notFound()));
        call.looksAt(kind(job));
        return job;
    }

    private void changes(Call call, long id) {
        call.changes(kind(find(call, id)));
    }

    private static String kind(Job job) {
        return job.verb().substring(0, job.verb().indexOf('.'));
    }

    private Seen seen(Call call, Job job) {
        boolean undoable = verbs.named(job.verb()).filter(Verbs.Known::undoable).isPresent();
        return Seen.of(call.t(), job, undoable);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
