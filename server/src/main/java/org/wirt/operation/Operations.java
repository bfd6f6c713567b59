package org.wirt.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Every door's way to the verbs: make it happen, take it back.
@Component
public class Operations {

    private final Verbs verbs;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Runner runner;
    private final ScopedTransaction transaction;
    private final Followers followers;
    private final Fingerprints fingerprints;
    private final SaidInputs said;
    /// Within deeds that belong together: those whose nodes are waited for later.
    private final ScopedValue<List<Long>> waiting = ScopedValue.newInstance();

    private final ConcurrentHashMap<Long, Thread> working = new ConcurrentHashMap<>();

    Operations(
            Verbs verbs,
            Jobs jobs,
            JobProgress progress,
            Runner runner,
            ScopedTransaction transaction,
            Followers followers,
            Fingerprints fingerprints,
            SaidInputs said) {
        this.verbs = verbs;
        this.jobs = jobs;
        this.progress = progress;
        this.runner = runner;
        this.transaction = transaction;
        this.followers = followers;
        this.fingerprints = fingerprints;
        this.said = said;
    }

    /// The verb of a name, if this caller may use it. One of a higher level answers like a missing one; one that only
    /// the caller's user role does not grant says so.
    public Verbs.Known<?, ?> permitted(String verb, Caller caller) {
        var known =
                verbs.named(verb).filter(v -> v.isInSight(caller)).orElseThrow(() -> new Refused(Refusal.notFound()));
        if (!known.mayUse(caller)) throw new Refused(Refusal.notPermitted("role-too-low"));
        return known;
    }

    /// The targets of a selection, at most so many, e.g. for a form with a line for each.
    public <T extends Operand, I extends Record> List<T> targets(
            Verbs.Known<T, I> verb, Selection selection, Caller caller, int most) {
        return transaction.read(caller.scope(), () -> verb.targets().load(selection.first(verb.targets(), most)));
    }

    /// Does it: one target in this request, several as a job that goes on by itself. The same request id is the same
    /// job.
    ///
    /// @throws Refused for one target whose rule says no, or parameters that cannot be read
    public <T extends Operand, I extends Record> Job start(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> parameters, Caller caller) {
        var fingerprint = fingerprints.of(verb, selection, parameters);
        return Collision.again(() -> start(verb, selection, parameters, caller, fingerprint));
    }

    /// The same, of what a program names: what an editing verb is not told stays as it is.
    public <T extends Operand, I extends Record> Job startNamed(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> named, Caller caller) {
        // What stays as it is must stay until it is done.
        return verb.operation() instanceof Editing<?>
                ? startKnowing(verb, SaidInputs.one(selection), named, caller, () -> {})
                : start(verb, selection, named, caller);
    }

    /// The same for one whose state must be what somebody knows, and stays so until it is done. A repetition was done
    /// to what was known then.
    ///
    /// @param check of what is locked
    /// @throws Refused what the check says
    public <T extends Operand, I extends Record> Job startKnowing(
            Verbs.Known<T, I> verb, long target, Map<String, List<String>> named, Caller caller, Runnable check) {
        var selection = Selection.one(target);
        var fingerprint = fingerprints.of(verb, selection, named);
        return followed(
                verb,
                Collision.again(() -> transaction.write(caller.scope(), () -> {
                    if (verb.targets().lock(List.of(target)).isEmpty()) throw new Refused(Refusal.notFound());
                    var before = jobs.ofRequest(caller, fingerprint);
                    if (before.isPresent()) return jobs.named(before.get());
                    check.run();
                    var parameters = said.filled(verb, selection, named, caller);
                    var input = said.read(verb, selection, parameters, caller);
                    var kept = Inputs.keepable(verb.input(), parameters);
                    return runner.single(verb, input, kept, caller, target, fingerprint);
                })),
                caller,
                target);
    }

    private <T extends Operand, I extends Record> Job start(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            String fingerprint) {
        var input = said.read(verb, selection, parameters, caller);
        var kept = Inputs.keepable(verb.input(), parameters);
        var only = selection.only();
        if (only.isEmpty()) {
            var before = transaction.read(caller.scope(), () -> jobs.ofRequest(caller, fingerprint));
            if (before.isPresent()) return before.get();
        }
        var ids = only.map(List::of)
                .orElseGet(() -> transaction.read(caller.scope(), () -> selection.all(verb.targets())));
        if (ids.isEmpty()) throw new Refused(Refusal.invalid("filter", "nothing-selected"));
        if (ids.size() == 1)
            return followed(
                    verb,
                    runner.single(verb, input, kept, caller, ids.getFirst(), fingerprint),
                    caller,
                    ids.getFirst());
        verb.refusalOfSeveral().ifPresent(why -> {
            throw new Refused(why);
        });
        var job = transaction.write(
                caller.scope(), () -> progress.create(verb.name(), kept, caller, ids, null, false, fingerprint));
        work(job.id(), caller);
        return job;
    }

    /// The jobs that took this one back, or tried to, the latest first.
    public List<Job> undosOf(long jobId, Caller caller) {
        return transaction.read(caller.scope(), () -> jobs.undosOf(jobId));
    }

    /// Takes back what a job did and is not taken back yet, for every target that nothing newer contradicts. What was
    /// refused or cancelled can be tried again.
    ///
    /// @return the job that does so, or the last one that did, where nothing is left
    public Job undo(long jobId, Caller caller) {
        return Collision.again(() -> undoOnce(jobId, caller));
    }

    private Job undoOnce(long jobId, Caller caller) {
        var undone = transaction
                .read(caller.scope(), () -> jobs.find(jobId))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        var verb = permitted(undone.verb(), caller);
        if (!verb.undoable() || undone.undoes().isPresent() || !undone.over()) {
            throw new Refused(Refusal.state("not-undoable"));
        }
        var before = undosOf(jobId, caller);
        var again = caller.withRequest("undo-" + jobId + (before.isEmpty() ? "" : "-" + before.size()));
        var job = transaction.write(caller.scope(), () -> undoing(undone, before, again));
        if (!undone.single()) {
            work(job.id(), again);
            return job;
        }
        runner.run(job.id(), again);
        return followed(
                verb,
                transaction
                        .read(caller.scope(), () -> jobs.find(job.id()).map(jobs::named))
                        .orElseThrow());
    }

    /// Several deeds that are one for whoever asks: all of them happen or none. Nodes are waited for when all are done.
    ///
    /// @throws Refused from whichever deed it was; then none has happened
    public <R> R together(Caller caller, Supplier<R> deeds) {
        var outward = new ArrayList<Long>();
        R result = ScopedValue.where(waiting, outward).call(() -> transaction.write(caller.scope(), deeds));
        outward.forEach(followers::await);
        return result;
    }

    private Job followed(Verbs.Known<?, ?> verb, Job job, Caller caller, long target) {
        return verb.operation() instanceof Answered asking && !waiting.isBound() && job.count(Job.Outcome.DONE) > 0
                ? job.saying(asking.await(caller, target))
                : followed(verb, job);
    }

    private Job followed(Verbs.Known<?, ?> verb, Job job) {
        boolean done = verb.outward() && job.count(Job.Outcome.DONE) > 0;
        if (done && waiting.isBound()) {
            waiting.get().add(job.id());
            return job;
        }
        return done ? job.unconfirmedBy(followers.await(job.id())) : job;
    }

    private Job undoing(Job undone, List<Job> before, Caller caller) {
        var left = jobs.leftToUndo(undone.id());
        var last = before.stream().findFirst();
        if (last.isPresent() && (left.isEmpty() || !last.get().over())) return last.get();
        return jobs.ofRequest(caller, "")
                .orElseGet(() ->
                        progress.create(undone.verb(), undone.input(), caller, left, undone.id(), undone.single(), ""));
    }

    /// Once more, for those targets of a job that failed, were refused, or not reached before it was cancelled.
    public Job retry(long jobId, Caller caller) {
        var job = transaction
                .read(caller.scope(), () -> jobs.find(jobId))
                .orElseThrow(() -> new Refused(Refusal.notFound()));
        var verb = permitted(job.verb(), caller);
        var again = Collision.again(() -> transaction.write(caller.scope(), () -> {
            var ids = new ArrayList<>(jobs.targets(jobId, Job.Outcome.FAILED, Integer.MAX_VALUE));
            ids.addAll(jobs.targets(jobId, Job.Outcome.REFUSED, Integer.MAX_VALUE));
            ids.addAll(jobs.targets(jobId, Job.Outcome.CANCELLED, Integer.MAX_VALUE));
            var fingerprint = fingerprints.ofRetry(jobId);
            var before = jobs.ofRequest(caller, fingerprint);
            if (before.isPresent()) return before.get();
            if (ids.isEmpty()) throw new Refused(Refusal.state("nothing-to-retry"));
            return progress.create(
                    verb.name(), job.input(), caller, ids, job.undoes().orElse(null), false, fingerprint);
        }));
        work(again.id(), caller);
        return again;
    }

    public void cancel(long jobId, Caller caller) {
        transaction.run(caller.scope(), () -> {
            if (jobs.find(jobId).isEmpty()) throw new Refused(Refusal.notFound());
            progress.cancel(jobId);
        });
    }

    public Optional<Job> job(long id, Caller caller) {
        return transaction.read(caller.scope(), () -> jobs.find(id));
    }

    /// Goes on with whatever was left unfinished, here or on an instance that is gone.
    ///
    /// @return those jobs, as they were found
    List<Job> resume() {
        var left = transaction.read(Scope.system(), jobs::unfinished).stream()
                .filter(id -> !working.containsKey(id))
                .flatMap(id -> transaction.read(Scope.system(), () -> jobs.find(id)).stream())
                .toList();
        for (var job : left) work(job.id(), transaction.read(Scope.system(), () -> jobs.caller(job.id())));
        return left;
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
}
