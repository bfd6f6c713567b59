package org.wirt.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.StillDark;
import org.wirt.operation.Job;
import org.wirt.operation.JobRow;
import org.wirt.operation.Jobs;
import org.wirt.operation.Verbs;
import org.wirt.speech.Texts;
import org.wirt.web.ui.JobView;
import org.wirt.web.ui.Link;
import org.wirt.web.ui.ProgressView;
import org.wirt.web.ui.ReceiptRow;
import org.wirt.web.ui.ServiceReceipt;
import org.wirt.web.ui.Status;

/// Jobs as pictures: a bar while they run, a receipt when they are over.
@Component
class JobViews {

    private static final int ROWS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final Verbs verbs;
    private final ServiceReceipts services;
    private final ScopedTransaction transaction;
    private final Clock clock;

    JobViews(Jobs jobs, Verbs verbs, ServiceReceipts services, ScopedTransaction transaction, Clock clock) {
        this.jobs = jobs;
        this.verbs = verbs;
        this.services = services;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The job that was just started from a list, whose bar stands above it.
    @Nullable
    JobView running(Visit visit) {
        return Visit.number(visit.parameter("job"))
                .flatMap(id -> find(visit, id))
                .orElse(null);
    }

    Optional<JobView> find(Visit visit, long id) {
        return transaction.read(visit.scope(), () -> jobs.find(id).map(job -> view(visit, job)));
    }

    /// What a job of one target is about.
    long target(Visit visit, Job job) {
        return transaction.read(
                visit.scope(), () -> jobs.rows(job.id(), 1).getFirst().targetId());
    }

    private JobView view(Visit visit, Job job) {
        var t = visit.t();
        var heading = heading(t, job);
        var rows = job.over() ? jobs.rows(job.id(), ROWS) : List.<JobRow>of();
        var object = job.verb().substring(0, job.verb().indexOf('.'));
        var list = Ways.toList(visit, object);
        var undos = job.over() ? jobs.undosOf(job.id()) : List.<Job>of();
        boolean undoable = job.over()
                && undos.stream().allMatch(Job::over)
                && job.undoes().isEmpty()
                && job.count(Job.Outcome.DONE) > taken(undos)
                && verbs.named(job.verb()).map(Verbs.Known::undoable).orElse(false);
        return new JobView(
                String.valueOf(job.id()),
                heading,
                job.over() ? null : progress(heading, job),
                summary(t, job),
                job.over() ? services.of(t, job.id()) : List.<ServiceReceipt>of(),
                rows.stream().map(r -> row(t, job, object, r)).toList(),
                Math.max(0, job.total() - rows.size()),
                retry(t, job),
                job.over() ? "/jobs/" + job.id() + ".csv" : null,
                undoable ? "/jobs/" + job.id() + "/undo" : null,
                undos.isEmpty()
                        ? null
                        : new JobView.Undone(
                                undone(t, job, undos),
                                "/jobs/" + undos.getFirst().id()),
                awaited(job),
                new Link(t.of("web.back-to-list", list.label()), list.href()));
    }

    private static @Nullable Link retry(Texts t, Job job) {
        if (!job.over() || job.single()) return null;
        var way = "/jobs/" + job.id() + "/retry";
        if (job.count(Job.Outcome.CANCELLED) > 0) return new Link(t.of("web.receipt.retry-rest"), way);
        int wrong = job.count(Job.Outcome.FAILED) + job.count(Job.Outcome.REFUSED);
        return wrong > 0 ? new Link(t.of("web.receipt.retry"), way) : null;
    }

    private static int taken(List<Job> undos) {
        return undos.stream().mapToInt(undo -> undo.count(Job.Outcome.DONE)).sum();
    }

    /// What came of taking a job back.
    private String undone(Texts t, Job job, List<Job> undos) {
        if (!undos.getFirst().over()) return t.of("web.job.undoing");
        int taken = taken(undos);
        if (taken >= job.count(Job.Outcome.DONE)) return t.of("web.job.undone");
        if (taken > 0) return t.of("web.job.undone-partly", taken, job.count(Job.Outcome.DONE));
        var why = jobs.rows(undos.getFirst().id(), 1).stream()
                .flatMap(row -> Words.note(t, row).stream())
                .findFirst();
        return t.of("web.job.undo-tried", why.orElse(""));
    }

    /// Servers answer within seconds; who has not by then is asked no more.
    private boolean awaited(Job job) {
        return job.finished()
                        .filter(f -> f.isAfter(clock.instant().minus(PATIENCE)))
                        .isPresent()
                && services.awaited(job.id());
    }

    static String heading(Texts t, Job job) {
        var text = t.of("web.job." + job.verb(), job.total());
        return job.undoes().isPresent() ? t.of("web.job.undo", text) : text;
    }

    private ProgressView progress(String heading, Job job) {
        var seconds = job.started()
                .map(s -> Duration.between(s, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
        double rate = seconds > 0 ? job.handled() / seconds : 0;
        long remaining = rate > 0 ? Math.round((job.total() - job.handled()) / rate) : -1;
        return new ProgressView(
                String.valueOf(job.id()),
                heading,
                job.handled(),
                job.total(),
                job.count(Job.Outcome.REFUSED),
                job.count(Job.Outcome.FAILED),
                rate,
                remaining);
    }

    /// Whom an activation leaves suspended, because another reason stands, is not among those who are active again.
    static String summary(Texts t, Job job) {
        int stillDark = job.count(StillDark.CODE);
        return t.of(
                "web.job.summary",
                job.count(Job.Outcome.DONE) - stillDark,
                job.count(Job.Outcome.UNCHANGED),
                job.count(Job.Outcome.REFUSED),
                job.count(Job.Outcome.FAILED),
                job.count(Job.Outcome.CANCELLED),
                stillDark);
    }

    private static ReceiptRow row(Texts t, Job job, String object, JobRow row) {
        var kind = switch (row.outcome()) {
            case DONE -> row.code() == null ? Status.Kind.DONE : Status.Kind.WARNING;
            case UNCHANGED -> Status.Kind.UNCHANGED;
            case PENDING -> Status.Kind.WAITING;
            case REFUSED -> Status.Kind.REFUSED;
            case CANCELLED -> Status.Kind.CANCELLED;
            case FAILED -> Status.Kind.FAILED;
        };
        var note = switch (row.outcome()) {
            case PENDING -> null;
            case UNCHANGED -> Words.unchanged(t, job.verb());
            case CANCELLED -> t.of("web.job.cancelled-row");
            case DONE, REFUSED, FAILED -> Words.note(t, row).orElse(null);
        };
        var name = row.name().isEmpty() ? String.valueOf(row.targetId()) : row.name();
        return new ReceiptRow(name, Ways.page(job, object, row), kind, note);
    }
}
