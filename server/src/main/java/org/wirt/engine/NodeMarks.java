package org.wirt.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/// Whether the nodes have put through what a job decided. A mark for each is written behind it; the node hears of it
/// after the job's own rows, and its agent answers when everything that is not live has ended there.
final class NodeMarks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// In the order of their numbers: several write marks of several nodes.
    private static final String MARK = """
            with locked as (select node_id from wirt.node_mark where node_id = any(?::bigint[]) order by node_id for no key update)
            update wirt.node_mark m set mark = m.mark + 1 from locked l where m.node_id = l.node_id returning m.node_id, m.mark""";
    private static final String CONFIRMED =
            "select n.id from wirt.node n join unnest(?::bigint[], ?::bigint[]) m (node_id, mark) on n.id = m.node_id and n.confirmed >= m.mark";

    private static final String AWAIT =
            "insert into wirt.awaited_mark (job_id, node_id, mark) select ?, * from unnest(?::bigint[], ?::bigint[]) on conflict do nothing";

    /// What was written for a job, by node, and when.
    private record Marks(Map<Long, Long> numbers, Instant written) {}

    private final Map<Long, Marks> marks = new ConcurrentHashMap<>();

    /// Those that have not answered for so long that the receipt says so. What they have to answer is kept.
    ///
    /// @return empty while there is still something to wait for
    Optional<List<Long>> silent(FinishedJob job, Collection<Long> nodes, DSLContext database) {
        if (nodes.isEmpty()) return Optional.of(List.of());
        var written = marks.computeIfAbsent(job.id(), _ -> new Marks(write(nodes, database), Instant.now()));
        var silent = new ArrayList<>(nodes);
        silent.removeAll(confirmed(written.numbers, database));
        if (!silent.isEmpty() && written.written.plus(PATIENCE).isAfter(Instant.now())) return Optional.empty();
        marks.remove(job.id());
        await(job, silent.stream().filter(written.numbers::containsKey).toList(), written, database);
        return Optional.of(silent);
    }

    private static void await(FinishedJob job, List<Long> silent, Marks written, DSLContext database) {
        if (silent.isEmpty()) return;
        database.execute(
                AWAIT,
                job.id(),
                silent.toArray(Long[]::new),
                silent.stream().map(written.numbers::get).toArray(Long[]::new));
    }

    /// A new one for each of these nodes.
    ///
    /// @return by node
    static Map<Long, Long> write(Collection<Long> nodes, DSLContext database) {
        return database.resultQuery(MARK, (Object) nodes.toArray(Long[]::new))
                .fetchMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
    }

    /// Those of these nodes that have answered their mark.
    static List<Long> confirmed(Map<Long, Long> marks, DSLContext database) {
        return database.resultQuery(
                        CONFIRMED,
                        marks.keySet().toArray(Long[]::new),
                        marks.values().toArray(Long[]::new))
                .fetch(0, Long.class);
    }
}
