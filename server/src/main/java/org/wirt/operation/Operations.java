package org.wirt.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Every door's way to the verbs: what would happen, make it happen, take it back.
@Component
public class Operations {

    private final Verbs verbs;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Runner runner;
    private final ScopedTransaction transaction;
    private final Followers followers;
    private final Fingerprints fingerprints;
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
            Fingerprints fingerprints) {
        this.verbs = verbs;
        this.jobs = jobs;
        this.progress = progress;
        this.runner = runner;
        this.transaction = transaction;
        this.followers = followers;
        this.fingerprints = fingerprints;
    }

    /// The verb of a name, if this caller may use it. One of a higher level answers like a missing one; one that only
    /// the caller's user role does not grant says so.
    public Verbs.Known<?, ?> permitted(String verb, Caller caller) {
        var known =
                verbs.named(verb).filter(v -> v.isInSight(caller)).orElseThrow(() -> new Refused(Refusal.notFound()));
        if (!known.mayUse(caller)) throw new Refused(Refusal.notPermitted("role-too-low"));
        return known;
    }

    /// Says how many targets the selection has and judges the first of them, so many as are shown; nothing is changed.
    /// The job judges them all, each when its turn comes.
    ///
    /// @throws Refused as missing where none of them is there
    public <T extends Operand, I extends Record> Preview<T> preview(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        var preview = judged(verb, selection, parameters, caller, show);
        if (preview.rows().isEmpty() && !preview.missing().isEmpty()) throw new Refused(Refusal.notFound());
        return preview;
    }

    /// The same for a program, which hears exactly what the deed would be told.
    ///
    /// @throws Refused what one target alone would be refused with as a whole
    public <T extends Operand, I extends Record> Preview<T> ahead(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        boolean single = selection instanceof Selection.These(var ids) && ids.size() == 1;
        if (single) return rehearsed(verb, preview(verb, selection, parameters, caller, show), parameters, caller);
        var preview = judged(verb, selection, parameters, caller, show);
        if (preview.total() + preview.missing().size() > 1 && Inputs.hasSecrets(verb.input()))
            throw new Refused(Refusal.state("one-at-a-time"));
        return preview;
    }

    private <T extends Operand, I extends Record> Preview<T> rehearsed(
            Verbs.Known<T, I> verb, Preview<T> preview, Map<String, List<String>> parameters, Caller caller) {
        if (preview.allowed() == 0 || !(verb.operation() instanceof Rehearsed)) return preview;
        var target = preview.rows().getFirst().target();
        var once = caller.withRequest(UUID.randomUUID().toString());
        var input = Inputs.read(verb.input(), parameters);
        try {
            transaction.rehearse(
                    caller.scope(), () -> runner.single(verb, input, Map.of(), once, target.id(), "rehearsal"));
            return preview;
        } catch (Refused refused) {
            if (refused.refusals().size() > 1 || refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return Preview.of(List.of(target), List.of(Verdict.refused(refused.first())), List.of(), 1, 1);
        }
    }

    private <T extends Operand, I extends Record> Preview<T> judged(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            int show) {
        var input = read(verb, selection, parameters, caller);
        return transaction.read(caller.scope(), () -> {
            long total = count(verb, selection);
            var ids = first(verb, selection, show);
            var found = verb.targets().load(ids);
            var seen = found.stream().map(Operand::id).collect(Collectors.toSet());
            var missing = ids.stream().filter(id -> !seen.contains(id)).toList();
            // What is not in sight does not count: a heading must not tell that it is there.
            return Preview.of(
                    found,
                    verb.operation().judgeAll(found, input, caller),
                    missing,
                    total - missing.size(),
                    found.size());
        });
    }

    /// Everything that stands against doing it to one target, which is not done: for a form with a mistake of its own.
    public List<Refusal> mistakes(
            Verbs.Known<?, ?> verb, long target, Map<String, List<String>> parameters, Caller caller) {
        try {
            return preview(verb, Selection.one(target), parameters, caller, 1).rows().stream()
                    .flatMap(row -> row.verdict() instanceof Verdict.No(var why) ? Stream.of(why) : Stream.empty())
                    .toList();
        } catch (Refused refused) {
            if (refused.first().kind() == Refusal.Kind.NOT_FOUND) throw refused;
            return refused.refusals();
        }
    }

    /// @throws Refused naming each field that cannot be read, and of a form for one target what else is wrong with it
    private <T extends Operand, I extends Record> I read(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> parameters, Caller caller) {
        try {
            return Inputs.read(verb.input(), parameters);
        } catch (Refused unreadable) {
            if (!(selection instanceof Selection.These(var ids)) || ids.size() != 1) throw unreadable;
            var wrong = new ArrayList<>(unreadable.refusals());
            var fields = wrong.stream().map(Refusal::field).collect(Collectors.toSet());
            transaction
                    .read(
                            caller.scope(),
                            () -> verb.targets().load(ids).stream()
                                    .flatMap(t -> verb.operation().alsoWrong(t, parameters, caller).stream())
                                    .toList())
                    .stream()
                    .filter(refusal -> !fields.contains(refusal.field()))
                    .forEach(wrong::add);
            throw new Refused(wrong);
        }
    }

    /// What is said of a verb's fields beneath what a program names: a form sends them all, a program those that it
    /// changes.
    ///
    /// @throws Refused for several targets, each of which would need its own
    public <T extends Operand, I extends Record> Map<String, List<String>> filled(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> named, Caller caller) {
        if (!(verb.operation() instanceof Editing<?>)) return named;
        if (!(selection instanceof Selection.These(var ids)) || ids.size() != 1)
            throw new Refused(Refusal.state("one-edited-at-a-time"));
        return transaction.read(caller.scope(), () -> {
            verb.targets().one(ids.getFirst());
            var all = new LinkedHashMap<String, List<String>>();
            for (var target : verb.targets().load(ids))
                saved(verb, target).forEach((field, value) -> all.put(field, List.of(value)));
            all.putAll(named);
            return all;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Operand> Map<String, String> saved(Verbs.Known<T, ?> verb, T target) {
        return verb.operation() instanceof Editing<?> editing ? ((Editing<T>) editing).saved(target) : Map.of();
    }

    /// The targets of a selection, at most so many, e.g. for a form with a line for each.
    public <T extends Operand, I extends Record> List<T> targets(
            Verbs.Known<T, I> verb, Selection selection, Caller caller, int most) {
        return transaction.read(caller.scope(), () -> verb.targets().load(first(verb, selection, most)));
    }

    /// Does it: one target in this request, several as a job that goes on by itself. The same request id is the same
    /// job.
    ///
    /// @throws Refused for one target whose rule says no, or parameters that cannot be read
    public <T extends Operand, I extends Record> Job start(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> parameters, Caller caller) {
        return start(verb, selection, parameters, caller, fingerprints.of(verb, selection, parameters));
    }

    /// The same, of what a program names: what an editing verb is not told stays as it is.
    public <T extends Operand, I extends Record> Job startNamed(
            Verbs.Known<T, I> verb, Selection selection, Map<String, List<String>> named, Caller caller) {
        var fingerprint = fingerprints.of(verb, selection, named);
        var before = transaction.read(caller.scope(), () -> jobs.ofRequest(caller, fingerprint));
        if (before.isPresent()) return named(before.get(), caller);
        return start(verb, selection, filled(verb, selection, named, caller), caller, fingerprint);
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
                transaction.write(caller.scope(), () -> {
                    if (verb.targets().lock(List.of(target)).isEmpty()) throw new Refused(Refusal.notFound());
                    var before = jobs.ofRequest(caller, fingerprint);
                    if (before.isPresent()) return jobs.named(before.get());
                    check.run();
                    var parameters = filled(verb, selection, named, caller);
                    var input = read(verb, selection, parameters, caller);
                    var kept = Inputs.keepable(verb.input(), parameters);
                    return runner.single(verb, input, kept, caller, target, fingerprint);
                }),
                caller,
                target);
    }

    private Job named(Job job, Caller caller) {
        return job.single() ? transaction.read(caller.scope(), () -> jobs.named(job)) : job;
    }

    private <T extends Operand, I extends Record> Job start(
            Verbs.Known<T, I> verb,
            Selection selection,
            Map<String, List<String>> parameters,
            Caller caller,
            String fingerprint) {
        var input = read(verb, selection, parameters, caller);
        var kept = Inputs.keepable(verb.input(), parameters);
        if (selection instanceof Selection.These(var one) && one.size() == 1)
            return followed(
                    verb,
                    runner.single(verb, input, kept, caller, one.getFirst(), fingerprint),
                    caller,
                    one.getFirst());
        var before = transaction.read(caller.scope(), () -> jobs.ofRequest(caller, fingerprint));
        if (before.isPresent()) return before.get();
        var ids = transaction.read(caller.scope(), () -> ids(verb, selection));
        if (ids.isEmpty()) throw new Refused(Refusal.invalid("id", "nothing-selected"));
        if (ids.size() == 1)
            return followed(
                    verb,
                    runner.single(verb, input, kept, caller, ids.getFirst(), fingerprint),
                    caller,
                    ids.getFirst());
        if (Inputs.hasSecrets(verb.input())) throw new Refused(Refusal.state("one-at-a-time"));
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
        var again = transaction.write(caller.scope(), () -> {
            var ids = new ArrayList<>(jobs.targets(jobId, Job.Outcome.FAILED, Integer.MAX_VALUE));
            ids.addAll(jobs.targets(jobId, Job.Outcome.REFUSED, Integer.MAX_VALUE));
            ids.addAll(jobs.targets(jobId, Job.Outcome.CANCELLED, Integer.MAX_VALUE));
            var fingerprint = fingerprints.ofRetry(jobId);
            var before = jobs.ofRequest(caller, fingerprint);
            if (before.isPresent()) return before.get();
            if (ids.isEmpty()) throw new Refused(Refusal.state("nothing-to-retry"));
            return progress.create(
                    verb.name(), job.input(), caller, ids, job.undoes().orElse(null), false, fingerprint);
        });
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

    private static long count(Verbs.Known<?, ?> verb, Selection selection) {
        return switch (selection) {
            case Selection.These(var ids) -> ids.size();
            case Selection.Matching(var filter) ->
                verb.targets().matching(filter).number();
        };
    }

    private static List<Long> first(Verbs.Known<?, ?> verb, Selection selection, int most) {
        return switch (selection) {
            case Selection.These(var ids) -> ids.subList(0, Math.min(most, ids.size()));
            case Selection.Matching(var filter) ->
                verb.targets().matching(filter).first(most);
        };
    }

    private static <T extends Operand> List<Long> ids(Verbs.Known<T, ?> verb, Selection selection) {
        return switch (selection) {
            case Selection.These(var ids) -> ids;
            case Selection.Matching(var filter) ->
                verb.targets().matching(filter).all();
        };
    }
}
