package org.wirt.hosting;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Subscriptions on their way to another node. Call within a transaction of the administrator.
@Component
public class Relocating {

    /// How far one has come.
    public enum Step {
        /// Its files are fetched while everything goes on.
        COPY,
        /// It is dark, and whoever is inside is asked to leave.
        QUIET,
        /// Its files are fetched for the last time.
        LAST;

        /// What message keys call it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param notBefore when it may go dark for the last copy
    /// @param bytes   fetched in this step
    /// @param failure why the last try came to nothing, as a program said it; `silent`: a node was not heard of
    public record One(
            long subscription,
            String name,
            String from,
            String to,
            Step step,
            long bytes,
            String failure,
            Instant since,
            Instant notBefore) {

        /// Whether it has to wait at all before it goes dark for the last copy.
        public boolean waits() {
            return notBefore.isAfter(since.plus(MOMENT));
        }
    }

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final String SELECT = """
            select r.subscription_id, s.name, f.name as source, t.name as target, r.step, r.bytes, r.failure, r.started_at, r.not_before
            from wirt.relocation r join wirt.subscription s on s.id = r.subscription_id
            join wirt.node f on f.id = r.from_node join wirt.node t on t.id = r.to_node
            """;
    private static final String NODES =
            "select id, name from wirt.node where agent and move_port is not null and certificate is not null order by id";
    private static final String START = """
            insert into wirt.relocation (subscription_id, from_node, to_node, unix_uid, home, not_before, author, host, port,
                                         from_certificate, to_certificate)
            select s.id, f.id, t.id, s.unix_uid, s.home, clock_timestamp() + ? * interval '1 second', ?, f.address, f.move_port, f.certificate, t.certificate
            from wirt.subscription s join wirt.node f on f.id = s.node_id join wirt.node t on t.id = ? where s.id = any(?)""";
    private static final String STOP = """
            with stopped as (delete from wirt.relocation where subscription_id = any(?) returning subscription_id)
            delete from wirt.reason e using stopped
            where e.subject = 'subscription' and e.subject_id = stopped.subscription_id and e.code = 4""";

    private final DSLContext database;

    Relocating(DSLContext database) {
        this.database = database;
    }

    /// Those of some subscriptions that are under way.
    public List<One> of(Collection<Long> subscriptions) {
        return database.resultQuery(
                        SELECT + "where r.subscription_id = any(?)", (Object) subscriptions.toArray(Long[]::new))
                .fetch(Relocating::one);
    }

    /// The first so many of all, the oldest first.
    public List<One> all(int most) {
        return database.resultQuery(SELECT + "order by r.started_at, r.subscription_id limit ?", most)
                .fetch(Relocating::one);
    }

    /// Nodes between which subscriptions can move, with their names.
    public Map<Long, String> nodes() {
        var nodes = new LinkedHashMap<Long, String>();
        database.fetch(NODES).forEach(row -> nodes.put(row.get(0, Long.class), row.get(1, String.class)));
        return nodes;
    }

    Set<Long> underWay(Collection<Long> subscriptions) {
        return of(subscriptions).stream().map(One::subscription).collect(Collectors.toSet());
    }

    /// @param wait at least so long before it goes dark for the last copy
    void start(Collection<Long> subscriptions, long node, Duration wait, String author) {
        database.execute(START, wait.toSeconds(), author, node, subscriptions.toArray(Long[]::new));
    }

    /// They stay where they are, and are not dark for it any more.
    void stop(Collection<Long> subscriptions) {
        database.execute(STOP, (Object) subscriptions.toArray(Long[]::new));
    }

    private static One one(Record r) {
        return new One(
                r.get("subscription_id", Long.class),
                r.get("name", String.class),
                r.get("source", String.class),
                r.get("target", String.class),
                Step.valueOf(r.get("step", String.class)),
                r.get("bytes", Long.class),
                r.get("failure", String.class),
                r.get("started_at", OffsetDateTime.class).toInstant(),
                r.get("not_before", OffsetDateTime.class).toInstant());
    }
}
