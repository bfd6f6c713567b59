package org.wirt.operation;

import static org.jooq.impl.DSL.count;
import static org.wirt.schema.wirt.Tables.JOB;
import static org.wirt.schema.wirt.Tables.JOB_TARGET;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wirt.access.Caller;
import org.wirt.value.Briefly;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The jobs of the scope of the transaction around each call, as they are read.
@Component
public class Jobs {

    private final DSLContext database;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Briefly<Long, Integer> open;

    Jobs(DSLContext database, Clock clock) {
        this.database = database;
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

    /// Not before others see the change: in between somebody could remember the old number.
    void forgetOpen() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                open.forget();
            }
        });
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
    record Counts(Map<Job.Outcome, Integer> outcomes, Map<String, Integer> remarks) {

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

    Job job(Record r, Counts counts) {
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

    private List<Object> gaps(JSONB text) {
        return json.readValue(text.data(), new TypeReference<List<Object>>() {});
    }

    private Map<String, Object> map(@Nullable JSONB text) {
        return text == null ? Map.of() : json.readValue(text.data(), new TypeReference<Map<String, Object>>() {});
    }
}
