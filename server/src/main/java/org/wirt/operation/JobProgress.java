package org.wirt.operation;

import static org.wirt.schema.wirt.Tables.JOB;
import static org.wirt.schema.wirt.Tables.JOB_TARGET;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.schema.wirt.tables.records.JobRecord;
import org.wirt.value.Spoken;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of jobs, written as it happens: from their beginning, target by target, to their end. Call within a
/// scoped transaction.
@Component
class JobProgress {

    private final DSLContext database;
    private final Jobs jobs;
    private final Clock clock;
    private final Speech speech;
    private final JsonMapper json = JsonMapper.builder().build();

    JobProgress(DSLContext database, Jobs jobs, Clock clock, Speech speech) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.speech = speech;
    }

    Job create(
            String verb,
            Map<String, List<String>> input,
            Caller caller,
            Collection<Long> ids,
            @Nullable Long undoes,
            boolean single,
            String fingerprint) {
        var scope = caller.scope();
        var row = inserting(verb, input, caller, ids.size(), single, fingerprint, now())
                .set(JOB.UNDOES, undoes)
                .returning()
                .fetchSingle();
        database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id) select ?, t, ?, ? from unnest(cast(? as bigint[])) t",
                row.getId(),
                scope.accountId(),
                scope.resellerId(),
                ids.toArray(Long[]::new));
        jobs.forgetOpen();
        return jobs.job(row, new Jobs.Counts(Map.of(Job.Outcome.PENDING, ids.size()), Map.of()));
    }

    /// A job of one target, done in the caller's own request and over when that is; absent: this request was made
    /// before.
    Optional<Job> createSingle(String verb, Map<String, List<String>> input, Caller caller, String fingerprint) {
        var now = now();
        return inserting(verb, input, caller, 1, true, fingerprint, now)
                .set(JOB.STATE, Job.State.DONE.name())
                .set(JOB.STARTED_AT, now)
                .set(JOB.FINISHED_AT, now)
                .onConflict(JOB.ACCOUNT_ID, JOB.REQUEST_ID)
                .doNothing()
                .returning()
                .fetchOptional(r -> jobs.job(r, Jobs.Counts.NONE));
    }

    private InsertSetMoreStep<JobRecord> inserting(
            String verb,
            Map<String, List<String>> input,
            Caller caller,
            int total,
            boolean single,
            String fingerprint,
            OffsetDateTime created) {
        var scope = caller.scope();
        return database.insertInto(JOB)
                .set(JOB.REQUEST_ID, caller.requestId())
                .set(JOB.FINGERPRINT, fingerprint)
                .set(JOB.VERB, verb)
                .set(JOB.INPUT, JSONB.valueOf(json.writeValueAsString(input)))
                .set(JOB.CALLER, JSONB.valueOf(json.writeValueAsString(CallerMemory.of(caller))))
                .set(JOB.ACCOUNT_ID, scope.accountId())
                .set(JOB.RESELLER_ID, scope.resellerId())
                .set(JOB.ACTOR, caller.username())
                .set(JOB.SINGLE, single)
                .set(JOB.TOTAL, total)
                .set(JOB.CREATED_AT, created);
    }

    void cancel(long id) {
        database.update(JOB)
                .set(JOB.CANCEL, true)
                .where(JOB.ID.eq(id), JOB.STATE.in("WAITING", "RUNNING"))
                .execute();
    }

    /// Takes a job for this transaction, unless another instance works at it right now.
    Optional<Job> claim(long id) {
        return database.selectFrom(JOB)
                .where(JOB.ID.eq(id), JOB.STATE.in("WAITING", "RUNNING"))
                .forUpdate()
                .skipLocked()
                .fetchOptional(r -> jobs.job(r, Jobs.Counts.NONE));
    }

    void started(long id) {
        database.update(JOB)
                .set(JOB.STATE, "RUNNING")
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(now())))
                .where(JOB.ID.eq(id))
                .execute();
    }

    void finished(long id, Job.State state) {
        if (state == Job.State.CANCELLED) {
            database.update(JOB_TARGET)
                    .set(JOB_TARGET.OUTCOME, "CANCELLED")
                    .where(JOB_TARGET.JOB_ID.eq(id), JOB_TARGET.OUTCOME.eq("PENDING"))
                    .execute();
        }
        database.update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.STARTED_AT, DSL.coalesce(JOB.STARTED_AT, DSL.val(now())))
                .set(JOB.FINISHED_AT, now())
                .where(JOB.ID.eq(id))
                .execute();
        jobs.forgetOpen();
    }

    /// The one target of a job that is already done.
    Job recordSingle(Job job, TargetOutcome outcome, Caller caller) {
        database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id, outcome, name, code, arguments, subscription_id, made_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as bigint), cast(? as bigint))",
                job.id(),
                outcome.targetId(),
                caller.scope().accountId(),
                caller.scope().resellerId(),
                outcome.outcome().name(),
                outcome.name(),
                outcome.code(),
                arguments(outcome),
                outcome.subscription(),
                outcome.made());
        return job.with(
                Map.of(outcome.outcome(), 1), outcome.name(), outcome.remark(), Optional.ofNullable(outcome.made()));
    }

    void record(long id, List<TargetOutcome> outcomes) {
        database.execute(
                "update wirt.job_target t set outcome = o.outcome, code = o.code, arguments = o.arguments, name = o.name, "
                        + "subscription_id = o.subscription, made_id = o.made "
                        + "from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as jsonb[]), cast(? as text[]), "
                        + "cast(? as bigint[]), cast(? as bigint[])) "
                        + "o (id, outcome, code, arguments, name, subscription, made) where t.job_id = ? and t.target_id = o.id",
                outcomes.stream().map(TargetOutcome::targetId).toArray(Long[]::new),
                outcomes.stream().map(o -> o.outcome().name()).toArray(String[]::new),
                outcomes.stream().map(TargetOutcome::code).toArray(String[]::new),
                outcomes.stream().map(this::arguments).toArray(JSONB[]::new),
                outcomes.stream().map(TargetOutcome::name).toArray(String[]::new),
                outcomes.stream().map(TargetOutcome::subscription).toArray(Long[]::new),
                outcomes.stream().map(TargetOutcome::made).toArray(Long[]::new),
                id);
    }

    private JSONB arguments(TargetOutcome outcome) {
        return JSONB.valueOf(json.writeValueAsString(remembered(outcome.gaps())));
    }

    /// A phrase is remembered in every language: who reads the job later is not known yet.
    private List<Object> remembered(List<Object> gaps) {
        return gaps.stream()
                .map(g -> g instanceof Spoken s ? speech.inEveryLanguage(s) : g)
                .toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }
}
