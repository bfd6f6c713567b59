package org.wirt.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.wirt.operation.Followers;

/// The nodes' servers. A node has answered once its agent has ended everything that is not live there any more. One
/// that let somebody wait in vain is not waited for again until it has answered that.
final class NodeFollowers implements Followers {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

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

    @Override
    public List<String> await(long job) {
        var names = system.call(database -> concerned(job, database));
        if (names.isEmpty()) return List.of();
        var marks = system.call(database -> NodeMarks.write(names.keySet(), database));
        forgive();
        var open = new HashMap<>(marks);
        awaitAnswers(open);
        open.forEach((node, mark) -> overdue.merge(node, mark, Math::min));
        // One that was never set up whole has no mark to answer.
        return names.entrySet().stream()
                .filter(node -> open.containsKey(node.getKey()) || !marks.containsKey(node.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
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
    private void awaitAnswers(Map<Long, Long> open) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE;
        open.keySet().removeAll(confirmed(open));
        while (!overdue.keySet().containsAll(open.keySet()) && System.nanoTime() < end) {
            LockSupport.parkNanos(pause.toNanos());
            if (pause.compareTo(LONGEST_PAUSE) < 0) pause = pause.multipliedBy(2);
            open.keySet().removeAll(confirmed(open));
        }
    }

    private List<Long> confirmed(Map<Long, Long> marks) {
        return marks.isEmpty() ? List.of() : system.call(database -> NodeMarks.confirmed(marks, database));
    }
}
