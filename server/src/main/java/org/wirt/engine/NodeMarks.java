package org.wirt.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/// Whether the serving node has put through what a job decided. A mark is written behind it; the node hears of it after
/// the job's own rows, and its agent answers when everything that is not live has ended there.
final class NodeMarks {

    enum Answer {
        /// No node serves: nothing to wait for.
        NOBODY,
        WAITING,
        CONFIRMED,
        /// It has not answered for so long that the receipt says so.
        SILENT
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String SERVED = "select count(*) from wirt.node where id = 1 and agent";
    private static final String MARK = "update wirt.node_mark set mark = mark + 1 where node_id = 1 returning mark";
    private static final String CONFIRMED = "select confirmed from wirt.node where id = 1";

    /// What was written for a job, and when.
    private record Mark(long number, Instant written) {}

    private final Map<Long, Mark> marks = new ConcurrentHashMap<>();

    Answer of(FinishedJob job, DSLContext database) {
        if (database.fetchSingle(SERVED).get(0, int.class) == 0) return Answer.NOBODY;
        var mark = marks.computeIfAbsent(job.id(), _ -> write(database));
        boolean confirmed = mark.number > 0 && database.fetchSingle(CONFIRMED).get(0, long.class) >= mark.number;
        if (!confirmed && mark.written.plus(PATIENCE).isAfter(Instant.now())) return Answer.WAITING;
        marks.remove(job.id());
        return confirmed ? Answer.CONFIRMED : Answer.SILENT;
    }

    /// 0 where there is none to write.
    private static Mark write(DSLContext database) {
        var row = database.fetchOne(MARK);
        return new Mark(row == null ? 0 : row.get(0, long.class), Instant.now());
    }
}
