package org.wirt.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Every door's way to the verbs: what would happen, make it happen, take it back.
@Component
public class Operations {

    private static final int PREVIEW_BATCH = 1000;

    private final Verbs verbs;
    private final Jobs jobs;
    private final Runner runner;
    private final ScopedTransaction transaction;
    private final ConcurrentHashMap<Long, Thread> working = new ConcurrentHashMap<>();

    Operations(Verbs verbs, Jobs jobs, Runner runner, ScopedTransaction transaction) {
        this.verbs = verbs;
        this.jobs = jobs;
        this.runner = runner;
        this.transaction = transaction;
    }

    /// The verb of a name, if this caller may use it; otherwise it answers like a missing one.
    public Verbs.Known<?, ?> permitted(String verb, Caller caller) {
        return verbs.named(verb).filter(v -> v.mayUse(caller)).orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    /// Judges the whole selection without changing anything, and keeps the first rows to show.
    public <T extends Operand, I extends Record> Preview<T> preview(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        var input = Inputs.read(verb.input(), parameters);
        return transaction.read(caller.scope(), () -> {
            var ids = ids(verb, selection);
            var allowed = new ArrayList<Preview.Row<T>>();
            var others = new ArrayList<Preview.Row<T>>();
            int may = 0;
            int already = 0;
            int no = 0;
            for (int from = 0; from < ids.size(); from += PREVIEW_BATCH) {
                for (var target : verb.targets().load(ids.subList(from, Math.min(ids.size(), from + PREVIEW_BATCH)))) {
                    var verdict = verb.operation().judge(target, input, caller);
                    var row = new Preview.Row<>(target, verdict);
                    switch (verdict) {
                        case Verdict.Allowed() -> may++;
                        case Verdict.Unchanged() -> already++;
                        case Verdict.No _ -> no++;
                    }
                    var list = verdict instanceof Verdict.Allowed ? allowed : others;
                    if (list.size() < show) list.add(row);
                }
            }
            int missing = ids.size() - may - already - no;
            if (may + already + no == 0 && missing > 0) throw new Refused(Refusal.notFound());
            others.addAll(allowed);
            return new Preview<>(
                    others.subList(0, Math.min(show, others.size())), ids.size(), may, already, no + missing);
        });
    }

    /// The targets of a selection, at most so many, e.g. for a form with a line for each.
    public <T extends Operand, I extends Record> List<T> targets(
            Verbs.Known<T, I> verb, Selection selection, Caller caller, int most) {
        return transaction.read(caller.scope(), () -> {
            var ids = ids(verb, selection);
            return verb.targets().load(ids.subList(0, Math.min(most, ids.size())));
        });
    }

    /// Does it: one target in this request, several as a job that goes on by itself. The same request id is the same
    /// job.
    ///
    /// @throws Refused for one target whose rule says no, or parameters that cannot be read
    public <T extends Operand, I extends Record> Job start(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> parameters, Caller caller) {
        var input = Inputs.read(verb.input(), parameters);
        var before = transaction.read(caller.scope(), () -> jobs.ofRequest(caller));
        if (before.isPresent()) return before.get();
        var kept = Inputs.keepable(verb.input(), parameters);
        var ids = transaction.read(caller.scope(), () -> ids(verb, selection));
        if (ids.isEmpty()) throw new Refused(Refusal.invalid("id", "nothing-selected"));
        if (ids.size() == 1) return runner.single(verb, input, kept, caller, ids.getFirst());
        if (Inputs.hasSecrets(verb.input())) throw new Refused(Refusal.state("one-at-a-time"));
        var job = transaction.write(caller.scope(), () -> jobs.create(verb.name(), kept, caller, ids, null, false));
        work(job.id(), caller);
        return job;
    }

    /// Takes back what a job did, for every target that nothing newer contradicts.
    public Job undo(long jobId, Caller caller) {
        var undone = transaction
                .read(caller.scope(), () -> jobs.find(jobId))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        if (!permitted(undone.verb(), caller).undoable() || undone.undoes().isPresent() || !undone.over()) {
            throw new Refused(Refusal.state("not-undoable"));
        }
        var again = caller.withRequest("undo-" + jobId);
        var job = transaction.write(
                caller.scope(),
                () -> jobs.ofRequest(again).orElseGet(() -> {
                    var ids = jobs.targets(jobId, Job.Outcome.DONE, Integer.MAX_VALUE);
                    return jobs.create(undone.verb(), undone.input(), again, ids, jobId, undone.single());
                }));
        if (!undone.single()) {
            work(job.id(), again);
            return job;
        }
        runner.run(job.id(), again);
        return transaction.read(caller.scope(), () -> jobs.find(job.id())).orElseThrow();
    }

    /// Once more, for those targets of a job that failed or were refused.
    public Job retry(long jobId, Caller caller) {
        var job = transaction
                .read(caller.scope(), () -> jobs.find(jobId))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        var again = transaction.write(caller.scope(), () -> {
            var ids = new ArrayList<>(jobs.targets(jobId, Job.Outcome.FAILED, Integer.MAX_VALUE));
            ids.addAll(jobs.targets(jobId, Job.Outcome.REFUSED, Integer.MAX_VALUE));
            if (ids.isEmpty()) throw new Refused(Refusal.state("nothing-to-retry"));
            return jobs.create(
                    job.verb(), job.input(), caller, ids, job.undoes().orElse(null), false);
        });
        work(again.id(), caller);
        return again;
    }

    public void cancel(long jobId, Caller caller) {
        transaction.run(caller.scope(), () -> {
            if (jobs.find(jobId).isEmpty()) throw new Refused(Refusal.notFound());
            jobs.cancel(jobId);
        });
    }

    public Optional<Job> job(long id, Caller caller) {
        return transaction.read(caller.scope(), () -> jobs.find(id));
    }

    /// Goes on with whatever was left unfinished, here or on an instance that is gone.
    void resume() {
        var left = transaction.read(Scope.system(), jobs::unfinished);
        for (var id : left) {
            if (!working.containsKey(id)) work(id, transaction.read(Scope.system(), () -> jobs.caller(id)));
        }
    }

    private void work(long id, Caller caller) {
        working.computeIfAbsent(
                id,
                _ -> Thread.ofVirtual().name("job-" + id).start(() -> {
                    try {
                        runner.run(id, caller);
                    } finally {
                        working.remove(id);
                    }
                }));
    }

    private static <T extends Operand> List<Long> ids(Verbs.Known<T, ?> verb, Selection selection) {
        return switch (selection) {
            case Selection.These(var ids) -> ids;
            case Selection.Matching(var filter) -> verb.targets().matching(filter);
        };
    }
}
