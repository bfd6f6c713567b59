package org.wirt.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.value.Cause;
import org.wirt.value.MailPolicy;

/// Adds and lifts the reasons for which accounts, subscriptions and sites are not active. The database keeps the sum of
/// the codes beside each object; a commit here *is* the suspension.
@Component
public class Reasons {

    /// What can carry reasons.
    public enum Subject {
        account,
        subscription,
        site
    }

    /// One reason as it stands; also how it is remembered for taking back an activation.
    public record Reason(
            Subject subject,
            long subjectId,
            int code,
            String author,
            String text,
            Instant since,
            Optional<Instant> until,
            MailPolicy mail,
            Optional<Long> job) {

        public Map<String, Object> json() {
            return Map.of(
                    "subject",
                    subject.name(),
                    "id",
                    subjectId,
                    "code",
                    code,
                    "author",
                    author,
                    "text",
                    text,
                    "since",
                    since.toString(),
                    "until",
                    until.map(Instant::toString).orElse(""),
                    "mail",
                    mail.name(),
                    "job",
                    job.map(String::valueOf).orElse(""));
        }

        public static Reason of(Map<?, ?> json) {
            var until = String.valueOf(json.get("until"));
            var job = String.valueOf(json.get("job"));
            return new Reason(
                    Subject.valueOf(String.valueOf(json.get("subject"))),
                    Long.parseLong(String.valueOf(json.get("id"))),
                    Integer.parseInt(String.valueOf(json.get("code"))),
                    String.valueOf(json.get("author")),
                    String.valueOf(json.get("text")),
                    Instant.parse(String.valueOf(json.get("since"))),
                    until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until)),
                    MailPolicy.valueOf(String.valueOf(json.get("mail"))),
                    job.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(job)));
        }
    }

    /// What is said when a reason is given.
    ///
    /// @param text  whoever sees the status reads it
    /// @param until when it ends by itself
    /// @param mail  what becomes of mail from outside meanwhile
    public record Why(Cause cause, String text, Optional<Instant> until, MailPolicy mail) {

        public static Why of(Cause cause, String text) {
            return new Why(cause, text, Optional.empty(), MailPolicy.DEFER);
        }
    }

    private static final String COLUMNS = "subject, subject_id, code, author, text, since, until, mail, job_id";

    private final DSLContext database;
    private final Clock clock;

    Reasons(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The cause that stands for whoever suspends.
    public static Cause by(Level level) {
        return switch (level) {
            case ADMINISTRATOR -> Cause.ADMIN;
            case RESELLER -> Cause.RESELLER;
            case CUSTOMER -> Cause.CUSTOMER;
        };
    }

    /// @param security a security hold, which is the administrator's
    public static Cause by(Level level, boolean security) {
        return security ? Cause.SECURITY : by(level);
    }

    /// Those who carry the cause themselves.
    ///
    /// @param id the column of their ids
    public static Condition carried(String id, Subject subject, Cause cause) {
        // Inline, so that the plan knows how many they are.
        return DSL.condition(
                id + " in (select subject_id from wirt.reason where subject = {0} and code = {1})",
                DSL.inline(subject.name()),
                DSL.inline(cause.code()));
    }

    /// The codes that somebody of this level may lift. SECURITY is never lifted in passing.
    public static int liftable(Level level) {
        return switch (level) {
            case ADMINISTRATOR ->
                Cause.ADMIN.code() | Cause.RESELLER.code() | Cause.CUSTOMER.code() | Cause.WEB_OFF.code();
            case RESELLER -> Cause.RESELLER.code() | Cause.CUSTOMER.code() | Cause.WEB_OFF.code();
            case CUSTOMER -> Cause.CUSTOMER.code() | Cause.WEB_OFF.code();
        };
    }

    /// The same, and the security hold where the administrator has ticked it by itself.
    public static int liftable(Level level, boolean hold) {
        return liftable(level) | (hold && level == Level.ADMINISTRATOR ? Cause.SECURITY.code() : 0);
    }

    /// The account and realm of each reason come from the subject's own row.
    public void add(Subject subject, Collection<Long> ids, Why why, Caller caller, @Nullable Long jobId) {
        var owner = subject == Subject.account ? "s.id" : "s.customer_id";
        database.execute(
                "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author, text, since, until, mail, job_id) "
                        + "select ?, s.id, " + owner
                        + ", s.reseller_id, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as bigint) "
                        + "from wirt." + subject
                        + " s where s.id = any(?) on conflict (subject, subject_id, code) do nothing",
                subject.name(),
                why.cause.code(),
                author(caller),
                why.text,
                at(clock.instant()),
                why.until.map(Reasons::at).orElse(null),
                why.mail.code(),
                jobId,
                ids.toArray(Long[]::new));
    }

    /// Lifts every reason of these subjects whose code is in the mask, and says which those were.
    public List<Reason> lift(Subject subject, Collection<Long> ids, int mask) {
        return database.resultQuery(
                        "delete from wirt.reason where subject = ? and subject_id = any(?) and code & ? <> 0 returning "
                                + COLUMNS,
                        subject.name(),
                        ids.toArray(Long[]::new),
                        mask)
                .fetch(Reasons::reason);
    }

    /// Lifts what one job added.
    public List<Reason> liftOf(long jobId, Subject subject, Collection<Long> ids) {
        return database.resultQuery(
                        "delete from wirt.reason where job_id = ? and subject = ? and subject_id = any(?) returning "
                                + COLUMNS,
                        jobId,
                        subject.name(),
                        ids.toArray(Long[]::new))
                .fetch(Reasons::reason);
    }

    /// Which of these still carry a reason that the job added.
    public Set<Long> standing(long jobId, Subject subject, Collection<Long> ids) {
        return database.resultQuery(
                        "select subject_id from wirt.reason where job_id = ? and subject = ? and subject_id = any(?)",
                        jobId,
                        subject.name(),
                        ids.toArray(Long[]::new))
                .fetchSet(0, Long.class);
    }

    /// Puts reasons back exactly as they were.
    public void restore(Collection<Reason> reasons) {
        for (var subject : Subject.values()) {
            var of = reasons.stream().filter(r -> r.subject == subject).toList();
            if (of.isEmpty()) continue;
            var owner = subject == Subject.account ? "s.id" : "s.customer_id";
            database.execute(
                    "insert into wirt.reason (subject, subject_id, account_id, reseller_id, code, author, text, since, until, mail, job_id) "
                            + "select ?, s.id, " + owner
                            + ", s.reseller_id, v.code, v.author, v.text, v.since, v.until, v.mail, v.job "
                            + "from unnest(cast(? as bigint[]), cast(? as int[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]), "
                            + "cast(? as timestamptz[]), cast(? as int[]), cast(? as bigint[])) v (id, code, author, text, since, until, mail, job) join wirt."
                            + subject
                            + " s on s.id = v.id on conflict (subject, subject_id, code) do nothing",
                    subject.name(),
                    of.stream().map(Reason::subjectId).toArray(Long[]::new),
                    of.stream().map(Reason::code).toArray(Integer[]::new),
                    of.stream().map(Reason::author).toArray(String[]::new),
                    of.stream().map(Reason::text).toArray(String[]::new),
                    of.stream().map(r -> at(r.since)).toArray(String[]::new),
                    of.stream().map(r -> r.until.map(Reasons::at).orElse(null)).toArray(String[]::new),
                    of.stream().map(r -> r.mail.code()).toArray(Integer[]::new),
                    of.stream().map(r -> r.job.orElse(null)).toArray(Long[]::new));
        }
    }

    /// An account that comes back from the recycle bin gives up an external id that its provider uses again.
    void freeTakenExternalIds(Collection<Long> ids) {
        database.execute(
                "update wirt.account a set external_id = '' where a.id = any(?) and a.external_id <> '' and exists (select from wirt.account o "
                        + "where o.provider_id = a.provider_id and o.external_id = a.external_id and o.id <> a.id and not o.removed)",
                (Object) ids.toArray(Long[]::new));
    }

    public List<Reason> of(Subject subject, Collection<Long> ids) {
        return database.resultQuery(
                        "select " + COLUMNS
                                + " from wirt.reason where subject = ? and subject_id = any(?) order by since, code",
                        subject.name(),
                        ids.toArray(Long[]::new))
                .fetch(Reasons::reason);
    }

    static String author(Caller caller) {
        return caller.actingAs().isEmpty() ? caller.username() : caller.username() + " (" + caller.actingAs() + ")";
    }

    private static String at(Instant moment) {
        return moment.toString();
    }

    private static Reason reason(Record r) {
        var until = r.get("until", OffsetDateTime.class);
        return new Reason(
                Subject.valueOf(r.get("subject", String.class)),
                r.get("subject_id", Long.class),
                r.get("code", Integer.class),
                r.get("author", String.class),
                r.get("text", String.class),
                r.get("since", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                MailPolicy.of(r.get("mail", Integer.class)),
                Optional.ofNullable(r.get("job_id", Long.class)));
    }
}
