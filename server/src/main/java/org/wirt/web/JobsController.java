package org.wirt.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.ScopedTransaction;
import org.wirt.operation.Jobs;
import org.wirt.operation.Operations;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.web.ui.Crumb;
import org.wirt.web.ui.JobPage;

/// One job: its bar, its receipt, its results as a table, and what can still be done about it.
@Controller
class JobsController {

    private final JobViews views;
    private final Jobs jobs;
    private final Operations operations;
    private final ScopedTransaction transaction;

    JobsController(JobViews views, Jobs jobs, Operations operations, ScopedTransaction transaction) {
        this.views = views;
        this.jobs = jobs;
        this.operations = operations;
        this.transaction = transaction;
    }

    @GetMapping("/jobs/{id}")
    ModelAndView job(Visit visit, @PathVariable long id) {
        var job = views.find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
        var frame = visit.frame()
                .titled(job.heading(), new Crumb(visit.t().of("web.jobs"), "/jobs"), Crumb.here(job.heading()));
        return new ModelAndView("bulk/job", "page", new JobPage(frame, job));
    }

    @GetMapping("/jobs/{id}/progress")
    ModelAndView progress(Visit visit, @PathVariable long id) {
        var job = views.find(visit, id).orElseThrow(() -> new Refused(Refusal.notFound()));
        return new ModelAndView("bulk/progress").addObject("t", visit.t()).addObject("job", job);
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
                    row.code() == null ? "" : Words.sentence(t, row.code(), row.gaps()));
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
