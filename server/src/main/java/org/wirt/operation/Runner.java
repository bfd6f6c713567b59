package org.wirt.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.ScopedTransaction;
import org.wirt.audit.Audit;
import org.wirt.audit.Entry;
import org.wirt.operation.Job.Outcome;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// Does a job, batch by batch: load and lock all of a batch within scope, judge each, apply to the allowed ones at
/// once, write audit and outcomes, commit. A refused target never stops the others; a batch that fails is repeated
/// one by one, so that only the culprit fails.
@Component
class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int BATCH = 500;

    private final Verbs verbs;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Audit audit;
    private final ScopedTransaction transaction;
    private final ApplicationEventPublisher events;

    Runner(
            Verbs verbs,
            Jobs jobs,
            JobProgress progress,
            Audit audit,
            ScopedTransaction transaction,
            ApplicationEventPublisher events) {
        this.verbs = verbs;
        this.jobs = jobs;
        this.progress = progress;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
    }

    /// Works at a job until it is over, or another instance has it.
    void run(long id, Caller caller) {
        while (batch(id, caller)) {
            LOG.debug("Job {} goes on", id);
        }
    }

    private boolean batch(long id, Caller caller) {
        try {
            return transaction.write(caller.scope(), () -> step(id, caller, BATCH));
        } catch (Refused refused) {
            LOG.debug("Job {}: a batch was refused and is repeated one by one", id, refused);
            return oneByOne(id, caller);
        } catch (RuntimeException e) {
            LOG.warn("Job {}: a batch failed and is repeated one by one", id, e);
            return oneByOne(id, caller);
        }
    }

    private boolean oneByOne(long id, Caller caller) {
        for (int i = 0; i < BATCH; i++) {
            try {
                if (!transaction.write(caller.scope(), () -> step(id, caller, 1))) return false;
            } catch (Refused refused) {
                record(id, caller, Outcome.REFUSED, refused.first());
            } catch (RuntimeException e) {
                LOG.error("Job {}: one target failed", id, e);
                record(id, caller, Outcome.FAILED, Refusal.state("fault"));
            }
        }
        return true;
    }

    /// Of the target whose turn it is.
    private void record(long id, Caller caller, Outcome outcome, Refusal why) {
        transaction.run(
                caller.scope(),
                () -> progress.record(
                        id,
                        jobs.targets(id, Outcome.PENDING, 1).stream()
                                .map(t -> new TargetOutcome(t, "", outcome, why.code(), why.gaps(), null, null))
                                .toList()));
    }

    /// @return whether there may be more to do
    private boolean step(long id, Caller caller, int size) {
        var job = progress.claim(id).orElse(null);
        if (job == null) return false;
        if (job.cancelling()) {
            progress.finished(id, Job.State.CANCELLED);
            return false;
        }
        if (job.state() == Job.State.WAITING) progress.started(id);
        var pending = jobs.targets(id, Outcome.PENDING, size);
        if (!pending.isEmpty()) handle(verbs.named(job.verb()).orElseThrow(), caller, job, pending);
        if (!jobs.targets(id, Outcome.PENDING, 1).isEmpty()) return true;
        progress.finished(id, Job.State.DONE);
        return false;
    }

    private <T extends Operand, I extends Record> void handle(
            Verbs.Known<T, I> verb, Caller caller, Job job, List<Long> ids) {
        progress.record(job.id(), handled(verb, Inputs.read(verb.input(), job.input()), caller, job, ids).outcomes);
    }

    /// One target in the caller's own request; secrets never leave it. The same request again is the same job.
    ///
    /// @param fingerprint of what was asked for
    /// @throws Refused when the rule says no; then nothing is kept, not even the job
    <T extends Operand, I extends Record> Job single(
            Verbs.Known<T, I> verb,
            I input,
            Map<String, List<String>> kept,
            Caller caller,
            long target,
            String fingerprint) {
        return transaction.write(caller.scope(), () -> {
            var job = progress.createSingle(verb.name(), kept, caller, fingerprint);
            if (job.isEmpty())
                return jobs.named(
                        jobs.ofRequest(caller, fingerprint).orElseThrow(() -> new Refused(Refusal.notFound())));
            var handled = handled(verb, input, caller, job.get(), List.of(target));
            if (!handled.refusals.isEmpty()) throw new Refused(handled.refusals);
            return progress.recordSingle(job.get(), handled.outcomes.getFirst(), caller);
        });
    }

    private record Handled(List<TargetOutcome> outcomes, List<Refusal> refusals) {}

    private <T extends Operand, I extends Record> Handled handled(
            Verbs.Known<T, I> verb, I input, Caller caller, Job job, List<Long> ids) {
        var deed = job.undoes().isPresent()
                ? undoing(verb, caller, job.undoes().get(), ids)
                : new Deed<T>(
                        ts -> verb.operation().judgeAll(ts, input, caller),
                        ts -> verb.operation().apply(ts, input, caller, job));
        var found = verb.targets().lock(ids);
        var outcomes = new ArrayList<TargetOutcome>();
        var refusals = new ArrayList<Refusal>();
        var allowed = new ArrayList<T>();
        var verdicts = deed.judge.apply(found);
        for (int i = 0; i < found.size(); i++) {
            var target = found.get(i);
            switch (verdicts.get(i)) {
                case Verdict.Allowed() -> allowed.add(target);
                case Verdict.Unchanged() -> outcomes.add(TargetOutcome.unchanged(target));
                case Verdict.No(var why) -> {
                    refusals.add(why);
                    outcomes.add(new TargetOutcome(
                            target.id(),
                            target.name(),
                            Outcome.REFUSED,
                            why.code(),
                            why.gaps(),
                            target.subscription().orElse(null),
                            null));
                }
            }
        }
        var seen = found.stream().map(Operand::id).collect(Collectors.toSet());
        for (var id : ids) {
            if (seen.contains(id)) continue;
            refusals.add(Refusal.notFound());
            outcomes.add(new TargetOutcome(
                    id, "", Outcome.REFUSED, Refusal.notFound().code(), List.of(), null, null));
        }
        if (!allowed.isEmpty()) {
            var changes = deed.apply.apply(allowed);
            var byId = changes.stream().collect(Collectors.toMap(Change::id, c -> c));
            write(verb, caller, job, allowed, byId);
            allowed.forEach(target ->
                    outcomes.add(TargetOutcome.done(target, byId.getOrDefault(target.id(), Change.of(target.id())))));
            events.publishEvent(new Done<>(verb.name(), allowed, changes, input, caller, job));
        }
        return new Handled(outcomes, refusals);
    }

    /// Judge and deed of one batch; taking a job back swaps both.
    private record Deed<T>(Function<List<T>, List<Verdict>> judge, Function<List<T>, List<Change>> apply) {}

    private <T extends Operand, I extends Record> Deed<T> undoing(
            Verbs.Known<T, I> verb, Caller caller, long undoneId, List<Long> ids) {
        if (!(verb.operation() instanceof Undoable<T, I> undoable)) throw new IllegalStateException(verb.name());
        var undone = jobs.find(undoneId).orElseThrow(() -> new Refused(Refusal.notFound()));
        var changes = jobs.changes(undoneId, ids).stream().collect(Collectors.toMap(Change::id, c -> c));
        return new Deed<>(
                targets -> undoVerdicts(undoable, targets, changes, undone, caller),
                targets -> undoable.undo(targets, changes(targets, changes), undone, caller));
    }

    /// What the job did not touch stays as it is.
    private static <T extends Operand> List<Verdict> undoVerdicts(
            Undoable<T, ?> undoable, List<T> targets, Map<Long, Change> changes, Job undone, Caller caller) {
        var touched = targets.stream().filter(t -> changes.containsKey(t.id())).toList();
        var judged = undoable.judgeUndoOfAll(touched, changes(touched, changes), undone, caller);
        var verdicts = new HashMap<Long, Verdict>();
        for (int i = 0; i < touched.size(); i++) verdicts.put(touched.get(i).id(), judged.get(i));
        return targets.stream()
                .map(t -> verdicts.getOrDefault(t.id(), Verdict.unchanged()))
                .toList();
    }

    private static List<Change> changes(List<? extends Operand> targets, Map<Long, Change> changes) {
        return targets.stream()
                .map(t -> Objects.requireNonNull(changes.get(t.id())))
                .toList();
    }

    private <T extends Operand, I extends Record> void write(
            Verbs.Known<T, I> verb, Caller caller, Job job, List<T> targets, Map<Long, Change> byId) {
        var name = job.undoes().isPresent() ? verb.name() + ".undo" : verb.name();
        audit.write(
                caller,
                job.id(),
                name,
                targets.stream()
                        .map(t -> entry(verb.targets().object(), t, byId.getOrDefault(t.id(), Change.of(t.id()))))
                        .toList());
    }

    private static Entry entry(String object, Operand target, Change change) {
        var made = change.made();
        var account = made.filter(m -> m.realm().isPresent());
        return new Entry(
                object,
                made.map(Change.Made::id).orElseGet(target::id),
                made.map(Change.Made::name).orElseGet(target::name),
                account.map(Change.Made::id).orElseGet(target::accountId),
                account.flatMap(Change.Made::realm).orElseGet(target::resellerId),
                "DONE",
                change.before(),
                change.after());
    }
}
