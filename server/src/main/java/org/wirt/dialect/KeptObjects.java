package org.wirt.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Objects that Wirt has no such thing of: kept for whoever asks for them again. Call within a scoped transaction.
@Component
class KeptObjects {

    /// One that is to be kept.
    ///
    /// @param subjectId of what it belongs to
    record New(String kind, Kept.Subject subject, long subjectId, String name, Map<String, String> data) {}

    /// @param subjectId of what it belongs to
    record One(long id, Kept.Subject subject, long subjectId, String kind, String name, Map<String, String> data) {

        String text(String field) {
            return data.getOrDefault(field, "");
        }
    }

    /// With what it belongs to it goes into the recycle bin. A customer sells nothing, be it that he did as a reseller.
    private static final String READ =
            "select id, kind, subject, subject_id, name, data from wirt.kept_object o where kind = ? and case subject "
                    + "when 'subscription' then exists (select from wirt.subscription_in_place s where s.id = subject_id) "
                    + "when 'site' then exists (select from wirt.site w join wirt.subscription_in_place s on s.id = w.subscription_id "
                    + "where w.id = subject_id) when 'account' then exists (select from wirt.account a where a.id = subject_id "
                    + "and (a.kind <> 'CUSTOMER' or o.kind <> 'service-plan-addon') and not exists "
                    + "(select from wirt.account g where g.id in (a.id, a.reseller_id) and g.removed)) else true end ";

    private final DSLContext database;
    private final KeptLog log;
    private final KeptRights rights;
    private final JsonMapper json = JsonMapper.builder().build();

    KeptObjects(DSLContext database, KeptLog log, KeptRights rights) {
        this.database = database;
        this.log = log;
        this.rights = rights;
    }

    /// @throws Failed 1007 where there is one of that name
    long add(Exchange exchange, New one) {
        rights.object(exchange, one.kind, one.subject, one.subjectId);
        try {
            long id = database.resultQuery(
                            "insert into wirt.kept_object (kind, subject, subject_id, name, data) values (?, ?, ?, ?, cast(? as jsonb)) returning id",
                            one.kind,
                            one.subject.word(),
                            one.subjectId,
                            one.name,
                            json.writeValueAsString(one.data))
                    .fetchSingle(r -> r.get(0, Long.class));
            log.object(exchange, KeptKinds.Deed.CREATE, id, one);
            return id;
        } catch (DuplicateKeyException e) {
            var called = one.data.getOrDefault("login", one.name);
            var failed = new Failed(ErrorNumbers.EXISTS, "Object with name '" + called + "' already exists.");
            failed.addSuppressed(e);
            throw failed;
        }
    }

    Optional<One> find(String kind, long id) {
        return database.resultQuery(READ + "and id = ?", kind, id).fetchOptional(this::one);
    }

    /// The same, and nobody else changes it until the transaction ends.
    Optional<One> held(String kind, long id) {
        return database.resultQuery(READ + "and id = ? for update", kind, id).fetchOptional(this::one);
    }

    List<One> of(String kind, long subjectId) {
        return database.resultQuery(READ + "and subject_id = ? order by id", kind, subjectId)
                .fetch(this::one);
    }

    List<One> of(String kind, Kept.Subject subject, Collection<Long> ids) {
        return database.resultQuery(
                        READ + "and subject = ? and subject_id = any(?) order by id",
                        kind,
                        subject.word(),
                        ids.toArray(Long[]::new))
                .fetch(this::one);
    }

    /// Of nobody none.
    List<One> of(String kind, Optional<Long> subject) {
        return subject.map(id -> of(kind, id)).orElseGet(List::of);
    }

    List<One> named(String kind, String name) {
        return database.resultQuery(READ + "and lower(name) = lower(?) order by id", kind, name)
                .fetch(this::one);
    }

    /// Until nobody else is about to add one of a kind there: two at once must not each take the room that is left.
    void waitFor(String limit, long subscription) {
        database.execute("select pg_advisory_xact_lock(hashtextextended(?, ?))", limit, subscription);
    }

    /// @throws Failed 1007 where a database server has one of that name already, in whosever subscription
    void refuseDatabase(String name, String server) {
        waitFor("database " + server + " " + name.toLowerCase(Locale.ROOT), 0);
        boolean taken = database.resultQuery("select wirt.database_taken(?, ?)", name, server)
                .fetchSingle(r -> r.get(0, Boolean.class));
        if (taken) throw new Failed(ErrorNumbers.EXISTS, "Database '" + name + "' already exists.");
    }

    /// @param besides number of a user who does not count; 0: all do
    /// @throws Failed 1007 where a database server has a user of that login already, in whosever subscription
    void refuseUser(String login, String server, long besides) {
        waitFor("database-user " + server + " " + login.toLowerCase(Locale.ROOT), 0);
        boolean taken = database.resultQuery("select wirt.database_user_taken(?, ?, ?)", login, server, besides)
                .fetchSingle(r -> r.get(0, Boolean.class));
        if (taken) throw new Failed(ErrorNumbers.EXISTS, "Database user '" + login + "' already exists.");
    }

    /// Those whose field says so.
    List<One> saying(String kind, String field, String value) {
        return database.resultQuery(READ + "and data ->> ? = ? order by id", kind, field, value)
                .fetch(this::one);
    }

    /// Whether any says so, be it in the recycle bin.
    boolean isSaid(String kind, String field, String value) {
        return database.resultQuery(
                        "select exists (select from wirt.kept_object where kind = ? and data ->> ? = ?)",
                        kind,
                        field,
                        value)
                .fetchSingle(r -> r.get(0, Boolean.class));
    }

    /// Database servers are told to whoever makes a database.
    List<One> servers() {
        return database.resultQuery(
                        "select id, kind, subject, subject_id, name, data from wirt.db_servers() order by id")
                .fetch(this::one);
    }

    List<One> all(String kind) {
        return database.resultQuery(READ + "order by id", kind).fetch(this::one);
    }

    void change(Exchange exchange, One one, String name, Map<String, String> data) {
        rights.object(exchange, one.kind, one.subject, one.subjectId);
        database.execute(
                "update wirt.kept_object set name = ?, data = cast(? as jsonb) where id = ?",
                name,
                json.writeValueAsString(data),
                one.id);
        log.object(exchange, KeptKinds.Deed.CHANGE, one.id, new New(one.kind, one.subject, one.subjectId, name, data));
    }

    /// Lets it belong to another object of the same kind as before.
    void move(Exchange exchange, One one, long subjectId) {
        rights.object(exchange, one.kind, one.subject, one.subjectId);
        rights.object(exchange, one.kind, one.subject, subjectId);
        database.execute("update wirt.kept_object set subject_id = ? where id = ?", subjectId, one.id);
        log.object(
                exchange, KeptKinds.Deed.CHANGE, one.id, new New(one.kind, one.subject, subjectId, one.name, one.data));
    }

    void remove(Exchange exchange, One one) {
        rights.object(exchange, one.kind, one.subject, one.subjectId);
        database.execute("delete from wirt.kept_object where id = ?", one.id);
        log.object(
                exchange,
                KeptKinds.Deed.REMOVE,
                one.id,
                new New(one.kind, one.subject, one.subjectId, one.name, one.data));
    }

    private One one(Record r) {
        return new One(
                r.get("id", Long.class),
                Kept.Subject.valueOf(r.get("subject", String.class).toUpperCase(Locale.ROOT)),
                r.get("subject_id", Long.class),
                r.get("kind", String.class),
                r.get("name", String.class),
                json.readValue(r.get("data", JSONB.class).data(), new TypeReference<Map<String, String>>() {}));
    }
}
