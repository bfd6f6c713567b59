package org.wirt.web;

import static org.wirt.web.ListDraft.cells;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.listing.PageRequest;
import org.wirt.operation.Job;
import org.wirt.operation.JobList;
import org.wirt.operation.Jobs;
import org.wirt.operation.Operations;
import org.wirt.speech.Texts;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Cell;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.Field;
import org.wirt.web.ui.JobPage;
import org.wirt.web.ui.Option;
import org.wirt.web.ui.Row;
import org.wirt.web.ui.Status;

/// One job: its bar, its receipt, its results as a table, and what can still be done about it.
@Controller
class JobsController {

    private final JobViews views;
    private final Jobs jobs;
    private final JobList list;
    private final ListPreferences preferences;
    private final Operations operations;
    private final ScopedTransaction transaction;

    JobsController(
            JobViews views,
            Jobs jobs,
            JobList list,
            ListPreferences preferences,
            Operations operations,
            ScopedTransaction transaction) {
        this.list = list;
        this.preferences = preferences;
        this.views = views;
        this.jobs = jobs;
        this.operations = operations;
        this.transaction = transaction;
    }

    @Bean
    static Navigation.Entry jobsEntry() {
        return new Navigation.Entry(80, "web.jobs", "list-check", "/jobs", Set.of(Level.ADMINISTRATOR, Level.RESELLER));
    }

    @GetMapping("/jobs")
    ModelAndView list(Visit visit) {
        Visits.from(visit, Level.RESELLER);
        var t = visit.t();
        var choice = preferences.of(visit, "jobs");
        var request = PageRequest.newest(visit.parameters(), "created", choice.size());
        var page = transaction.read(
                visit.scope(), () -> list.page(visit.scope().accountId(), visit.parameters(), request));
        return new ListDraft(visit, "/jobs", t.of("web.jobs"), choice)
                .filter(Field.choice("state", t.of("web.status"), states(t)))
                .column("status", t.of("web.status"), false)
                .column("name", t.of("web.job"), false)
                .column("result", t.of("web.csv.result"), false)
                .column("actor", t.of("web.audit.actor"), false)
                .column("created", t.of("web.job.started"), true)
                .column("duration", t.of("web.job.duration"), false)
                .none("list-check", t.of("web.jobs.none"))
                .show(page, request, job -> row(t, job));
    }

    private static List<Option> states(Texts t) {
        return List.of(
                new Option("", t.of("web.any")),
                new Option("open", t.of("web.status.running")),
                new Option("done", t.of("web.status.done")),
                new Option("cancelled", t.of("web.status.cancelled")));
    }

    static Row row(Texts t, Job job) {
        var kind = !job.over()
                ? Status.Kind.RUNNING
                : job.count(Job.Outcome.FAILED) > 0
                        ? Status.Kind.FAILED
                        : job.state() == Job.State.CANCELLED ? Status.Kind.CANCELLED : Status.Kind.DONE;
        var reasons = job.state() == Job.State.CANCELLED ? List.of(t.of("web.status.cancelled")) : List.<String>of();
        var result = job.over()
                ? JobViews.summary(t, job)
                : t.of(
                        "web.progress.counts",
                        job.handled(),
                        job.total(),
                        job.count(Job.Outcome.REFUSED),
                        job.count(Job.Outcome.FAILED));
        var seconds = job.started()
                .flatMap(s -> job.finished().map(f -> Duration.between(s, f).toSeconds()));
        var heading = JobViews.heading(t, job);
        return new Row(
                String.valueOf(job.id()),
                heading,
                cells(
                        "status",
                        new Cell.State(new Status(kind, reasons)),
                        "name",
                        new Cell.Name(heading, "/jobs/" + job.id(), ""),
                        "result",
                        new Cell.Words(result),
                        "actor",
                        new Cell.Words(job.actor()),
                        "created",
                        new Cell.Moment(job.created()),
                        "duration",
                        new Cell.Words(seconds.map(t::duration).orElse(""))),
                null,
                List.of());
    }

    @GetMapping("/jobs/{id}")
    ModelAndView job(Visit visit, @PathVariable long id) {
        var job = views.find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
        var frame = visit.frame()
                .titled(job.heading(), new Crumb(visit.t().of("web.jobs"), "/jobs"), Crumb.here(job.heading()));
        return new ModelAndView("bulk/job", "page", new JobPage(frame, job));
    }

    @GetMapping("/jobs/{id}/progress")
    @Nullable
    ModelAndView progress(Visit visit, HttpServletResponse response, @PathVariable long id) {
        var job = views.find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
        boolean known = visit.parameter("known").equals("over");
        if (known && job.awaited()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        if (job.progress() != null || known)
            return new ModelAndView("bulk/progress").addObject("t", visit.t()).addObject("job", job);
        response.setHeader("HX-Trigger-After-Swap", "wirt:job-over");
        return new ModelAndView("bulk/over")
                .addObject("t", visit.t())
                .addObject("job", job)
                .addObject("open", jobs.open(visit.caller().scope().accountId()));
    }

    @GetMapping("/jobs/{id}.csv")
    ResponseEntity<byte[]> table(Visit visit, @PathVariable long id) {
        var t = visit.t();
        var rows = transaction.read(visit.scope(), () -> {
            if (jobs.find(id).isEmpty()) throw new Refused(Refusal.notFound());
            return jobs.rows(id, Integer.MAX_VALUE);
        });
        var csv = new Csv(t.of("web.csv.id"), t.of("web.csv.name"), t.of("web.csv.result"), t.of("web.reason"));
        for (var row : rows) {
            csv.row(
                    row.targetId(),
                    row.name(),
                    t.of("web.outcome." + row.outcome().name().toLowerCase(java.util.Locale.ROOT)),
                    Words.note(t, row).orElse(""));
        }
        return csv(csv, "wirt-job-" + id + ".csv");
    }

    static ResponseEntity<byte[]> csv(Csv csv, String file) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(csv.bytes());
    }

    @PostMapping("/jobs/{id}/cancel")
    String cancel(Visit visit, @PathVariable long id) {
        operations.cancel(id, visit.caller());
        return "redirect:" + visit.returnTo("/jobs/" + id);
    }

    @PostMapping("/jobs/{id}/retry")
    String retry(Visit visit, @PathVariable long id) {
        return "redirect:/jobs/" + operations.retry(id, visit.caller()).id();
    }
}
