package org.wirt.operation;

import static org.jooq.impl.DSL.count;
import static org.wirt.schema.wirt.Tables.JOB;
import static org.wirt.schema.wirt.Tables.JOB_TARGET;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wirt.access.Caller;
import org.wirt.schema.wirt.tables.records.JobRecord;
import org.wirt.value.Briefly;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.Spoken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The jobs of the scope of the transaction around each call.
@Component
public class Jobs {

    /// What a verb did to one target, or why not.
    record TargetOutcome(
            long targetId,
            String name,
            Job.Outcome outcome,
            @Nullable String code,
            List<Object> gaps,
            @Nullable Long subscription,
            @Nullable Long made) {

        static TargetOutcome done(Operand target, Change change) {
            var remark = change.remark();
            return new TargetOutcome(
                    target.id(),
                    target.name(),
                    Job.Outcome.DONE,
                    remark.map(Remark::code).orElse(null),
                    remark.map(Remark::gaps).orElseGet(List::of),
                    target.subscription().orElse(null),
                    change.made().map(Change.Made::id).orElse(null));
        }

        static TargetOutcome unchanged(Operand target) {
            return new TargetOutcome(
                    target.id(),
                    target.name(),
                    Job.Outcome.UNCHANGED,
                    null,
                    List.of(),
                    target.subscription().orElse(null),
                    null);
        }

        Optional<Remark> remark() {
            return code == null ? Optional.empty() : Optional.of(new Remark(code, gaps));
        }
    }

    private final DSLContext database;
    private final Clock clock;
    private final Speech speech;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Briefly<Long, Integer> open;

    Jobs(DSLContext database, Clock clock, Speech speech) {
        this.database = database;
        this.clock = clock;
        this.speech = speech;
        this.open = new Briefly<>(Duration.ofSeconds(1), clock);
    }

    public Optional<Job> find(long id) {
        return one(JOB.ID.eq(id));
    }

    /// The jobs in sight that took this one back, or tried to, the latest first.
    public List<Job> undosOf(long id) {
        return database.selectFrom(JOB)
                .where(JOB.UNDOES.eq(id))
                .orderBy(JOB.ID.desc())
                .fetch(r -> job(r, counts(r.getId())));
    }

    /// What a job did and nobody has taken back yet.
    List<Long> leftToUndo(long id) {
        return database.resultQuery(
                        "select t.target_id from wirt.job_target t where t.job_id = ? and t.outcome = 'DONE' and not exists ("
                                + "select from wirt.job u join wirt.job_target d on d.job_id = u.id where u.undoes = t.job_id "
                                + "and d.target_id = t.target_id and d.outcome = 'DONE') order by t.target_id",
                        id)
                .fetch(r -> r.get(0, Long.class));
    }

    /// The job of a request that was sent before.
    ///
    /// @throws Refused where that request asked for something else
    Optional<Job> ofRequest(Caller caller, String fingerprint) {
        var same = JOB.ACCOUNT_ID.eq(caller.scope().accountId()).and(JOB.REQUEST_ID.eq(caller.requestId()));
        var before = one(same);
        if (before.isPresent() && !database.fetchExists(JOB, same.and(JOB.FINGERPRINT.eq(fingerprint))))
            throw new Refused(new Refusal(Refusal.Kind.INVALID, "request-reused", Optional.empty(), List.of()));
        return before;
    }

    /// The caller's jobs, newest first.
    public List<Job> list(long accountId, int limit, long before) {
        return database.selectFrom(JOB)
                .where(JOB.ACCOUNT_ID.eq(accountId), JOB.SINGLE.isFalse(), JOB.ID.lt(before))
                .orderBy(JOB.ID.desc())
                .limit(limit)
                .fetch(r -> job(r, counts(r.getId())));
    }

    /// How many of an account's jobs are not over; asked outside of any transaction.
    public int open(long accountId) {
        return open.get(
                accountId,
                () -> database.resultQuery("select wirt.open_jobs(?)", accountId)
                        .fetchSingle(r -> r.get(0, Integer.class)));
    }

    /// The rows of a job, those that did not succeed first.
    public List<JobRow> rows(long id, int limit) {
        return database.selectFrom(JOB_TARGET)
                .where(JOB_TARGET.JOB_ID.eq(id))
                .orderBy(
                        DSL.case_(JOB_TARGET.OUTCOME)
                                .when("FAILED", 0)
                                .when("REFUSED", 1)
                                .when("UNCHANGED", 2)
                                .otherwise(
                                        DSL.when(JOB_TARGET.CODE.isNotNull(), 3).otherwise(4)),
                        JOB_TARGET.TARGET_ID)
                .limit(limit)
                .fetch(r -> new JobRow(
                        r.getTargetId(),
                        r.getName(),
                        Job.Outcome.valueOf(r.getOutcome()),
                        r.getCode(),
                        r.getArguments() == null ? List.of() : gaps(r.getArguments()),
                        Optional.ofNullable(r.getMadeId())));
    }

    /// A job of one with the name of its target, and what is said besides of that.
    Job named(Job job) {
        return rows(job.id(), 1).stream()
                .findFirst()
                .map(row -> job.called(row.name(), row.remark(), row.made()))
                .orElse(job);
    }

    public List<Long> targets(long id, Job.Outcome outcome, int limit) {
        return database.select(JOB_TARGET.TARGET_ID)
                .from(JOB_TARGET)
                .where(JOB_TARGET.JOB_ID.eq(id), JOB_TARGET.OUTCOME.eq(outcome.name()))
                .orderBy(JOB_TARGET.TARGET_ID)
                .limit(limit)
                .fetch(JOB_TARGET.TARGET_ID);
    }

    public void cancel(long id) {
        database.update(JOB)
                .set(JOB.CANCEL, true)
                .where(JOB.ID.eq(id), JOB.STATE.in("WAITING", "RUNNING"))
                .execute();
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
        var row = inserting(verb, input, caller, ids.size(), single, fingerprint)
                .set(JOB.UNDOES, undoes)
                .returning()
                .fetchSingle();
        database.execute(
                "insert into wirt.job_target (job_id, target_id, account_id, reseller_id) select ?, t, ?, ? from unnest(cast(? as bigint[])) t",
                row.getId(),
                scope.accountId(),
                scope.resellerId(),
                ids.toArray(Long[]::new));
        forgetOpen();
        return job(row, new Counts(Map.of(Job.Outcome.PENDING, ids.size()), Map.of()));
    }

    /// A job of one target, done in the caller's own request and over when that is; absent: this request was made
    /// before.
    Optional<Job> createSingle(String verb, Map<String, List<String>> input, Caller caller, String fingerprint) {
        var now = now();
        return inserting(verb, input, caller, 1, true, fingerprint)
                .set(JOB.STATE, Job.State.DONE.name())
                .set(JOB.STARTED_AT, now)
                .set(JOB.FINISHED_AT, now)
                .onConflict(JOB.ACCOUNT_ID, JOB.REQUEST_ID)
                .doNothing()
                .returning()
                .fetchOptional(r -> job(r, Counts.NONE));
    }

    private InsertSetMoreStep<JobRecord> inserting(
            String verb,
            Map<String, List<String>> input,
            Caller caller,
            int total,
            boolean single,
            String fingerprint) {
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
                .set(JOB.CREATED_AT, now());
    }

    /// Takes a job for this transaction, unless another instance works at it right now.
    Optional<Job> claim(long id) {
        return database.selectFrom(JOB)
                .where(JOB.ID.eq(id), JOB.STATE.in("WAITING", "RUNNING"))
                .forUpdate()
                .skipLocked()
                .fetchOptional(r -> job(r, Counts.NONE));
    }

    Caller caller(long id) {
        return database.select(JOB.CALLER)
                .from(JOB)
                .where(JOB.ID.eq(id))
                .fetchSingle(r ->
                        json.readValue(r.value1().data(), CallerMemory.class).caller());
    }

    List<Long> unfinished() {
        return database.select(JOB.ID)
                .from(JOB)
                .where(JOB.STATE.in("WAITING", "RUNNING"))
                .orderBy(JOB.ID)
                .fetch(JOB.ID);
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
        forgetOpen();
    }

    /// Not before others see the change: in between somebody could remember the old number.
    private void forgetOpen() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                open.forget();
            }
        });
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

    /// What a job did to these targets, as the audit remembers it.
    List<Change> changes(long id, Collection<Long> targets) {
        return database.resultQuery(
                        "select object_id, before, after from wirt.audit where job_id = ? and outcome = 'DONE' and object_id = any(?)",
                        id,
                        targets.toArray(Long[]::new))
                .fetch(r -> new Change(
                        r.get("object_id", Long.class),
                        map(r.get("before", JSONB.class)),
                        map(r.get("after", JSONB.class))));
    }

    /// A job whose every target is hidden from the reader is none for him.
    private Optional<Job> one(Condition condition) {
        return database.selectFrom(JOB)
                .where(condition)
                .fetchOptional(r -> job(r, counts(r.getId())))
                .filter(job -> job.total() == 0 || !job.counts().isEmpty());
    }

    /// @param remarks of those that were done, by code
    private record Counts(Map<Job.Outcome, Integer> outcomes, Map<String, Integer> remarks) {

        static final Counts NONE = new Counts(Map.of(), Map.of());
    }

    private Counts counts(long id) {
        var counts = new Counts(new EnumMap<>(Job.Outcome.class), new HashMap<>());
        database.select(JOB_TARGET.OUTCOME, JOB_TARGET.CODE, count())
                .from(JOB_TARGET)
                .where(JOB_TARGET.JOB_ID.eq(id))
                .groupBy(JOB_TARGET.OUTCOME, JOB_TARGET.CODE)
                .forEach(r -> {
                    var outcome = Job.Outcome.valueOf(r.value1());
                    counts.outcomes.merge(outcome, r.value3(), Integer::sum);
                    if (outcome == Job.Outcome.DONE && r.value2() != null) counts.remarks.put(r.value2(), r.value3());
                });
        return counts;
    }

    private Job job(Record r, Counts counts) {
        return new Job(
                r.get(JOB.ID),
                r.get(JOB.VERB),
                json.readValue(r.get(JOB.INPUT).data(), new TypeReference<Map<String, List<String>>>() {}),
                r.get(JOB.ACTOR),
                Job.State.valueOf(r.get(JOB.STATE)),
                r.get(JOB.SINGLE),
                r.get(JOB.CANCEL),
                Optional.ofNullable(r.get(JOB.UNDOES)),
                r.get(JOB.TOTAL),
                counts.outcomes,
                counts.remarks,
                r.get(JOB.CREATED_AT).toInstant(),
                Optional.ofNullable(r.get(JOB.STARTED_AT)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(r.get(JOB.FINISHED_AT)).map(OffsetDateTime::toInstant),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
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

    private List<Object> gaps(JSONB text) {
        return json.readValue(text.data(), new TypeReference<List<Object>>() {});
    }

    private Map<String, Object> map(@Nullable JSONB text) {
        return text == null ? Map.of() : json.readValue(text.data(), new TypeReference<Map<String, Object>>() {});
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC);
    }
}
