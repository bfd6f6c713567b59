package org.wirt.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.wirt.operation.Followers;

/// The nodes' servers. A node has answered once its agent has ended everything that is not live there any more. One
/// that let somebody wait in vain is not waited for again until it has answered that.
final class NodeFollowers implements Followers {

    private static final Logger LOG = LoggerFactory.getLogger(NodeFollowers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE = Duration.ofMillis(4).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(40).toNanos();
    private static final String NOBODY_KNOWS = "?";
    /// Others hold a mark while they wait for a deed on many.
    private static final String AT_ONCE = "set local lock_timeout = '1s'";

    private static final String CONCERNED = """
            with target as (select t.target_id, t.subscription_id, split_part(j.verb, '.', 1) as kind
                            from wirt.job j join wirt.job_target t on t.job_id = j.id where j.id = ? and t.outcome = 'DONE')
            select n.id, n.name from wirt.node n where n.agent and n.id in (
                select s.node_id from target t join wirt.subscription s on s.id = coalesce(t.subscription_id, t.target_id)
                where t.kind not in ('customer', 'reseller')
                union
                select s.node_id from target t join wirt.subscription s on s.customer_id = t.target_id
                where t.kind in ('customer', 'reseller')
                union
                select s.node_id from target t join wirt.account a on a.provider_id = t.target_id
                join wirt.subscription s on s.customer_id = a.id
                where t.kind = 'reseller')""";

    private final SystemRole system;
    /// The mark that a node did not answer in time.
    private final Map<Long, Long> overdue = new ConcurrentHashMap<>();

    NodeFollowers(SystemRole system) {
        this.system = system;
    }

    /// Whatever goes wrong in here: the deed is done, and its job has to be answered.
    @Override
    public List<String> await(long job) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var names = Map.of(0L, NOBODY_KNOWS);
        try {
            names = system.call(database -> concerned(job, database));
            return names.isEmpty() ? List.of() : await(names, end);
        } catch (DataAccessException e) {
            LOG.warn(
                    "Whether {} follow job {} cannot be found out: {}",
                    names.values(),
                    job,
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return sorted(names.values().stream());
        }
    }

    private List<String> await(Map<Long, String> names, long end) {
        var marks = system.call(database -> {
            database.execute(AT_ONCE);
            return NodeMarks.write(names.keySet(), database);
        });
        // A node that bears the number of one that has gone begins with its marks anew.
        marks.forEach((node, mark) -> overdue.computeIfPresent(node, (_, late) -> mark > late ? late : null));
        forgive();
        var open = new HashMap<>(marks);
        awaitAnswers(open, end);
        open.forEach((node, mark) -> overdue.merge(node, mark, Math::min));
        // One that was never set up whole has no mark to answer.
        return sorted(names.entrySet().stream()
                .filter(node -> open.containsKey(node.getKey()) || !marks.containsKey(node.getKey()))
                .map(Map.Entry::getValue));
    }

    private static List<String> sorted(Stream<String> names) {
        return names.sorted().toList();
    }

    private static Map<Long, String> concerned(long job, DSLContext database) {
        return database.resultQuery(CONCERNED, job)
                .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, String.class));
    }

    private void forgive() {
        if (overdue.isEmpty()) return;
        var late = Map.copyOf(overdue);
        confirmed(late).forEach(node -> overdue.remove(node, late.get(node)));
    }

    /// @param open what has not been answered; the rest is taken out
    private void awaitAnswers(Map<Long, Long> open, long end) {
        var pause = FIRST_PAUSE;
        open.keySet().removeAll(confirmed(open));
        while (!overdue.keySet().containsAll(open.keySet()) && System.nanoTime() < end && !Thread.interrupted()) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            open.keySet().removeAll(confirmed(open));
        }
    }

    private List<Long> confirmed(Map<Long, Long> marks) {
        return marks.isEmpty() ? List.of() : system.call(database -> NodeMarks.confirmed(marks, database));
    }
}
