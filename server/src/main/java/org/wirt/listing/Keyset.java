package org.wirt.listing;

import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// Turns a query into one page of it. Reading backwards is reading forwards in the other direction, then turned round;
/// one row more than wanted tells whether there is another page. The limit stands in the statement itself: as a
/// parameter it would be planned anew each time, which costs more than the page.
public final class Keyset {

    private Keyset() {}

    /// @param key the sort key, stable together with the id
    /// @param parse the key as it stands in a cursor, back into its type
    public static <K, R extends Record, T> Page<T> page(
            SelectConditionStep<R> query,
            PageRequest request,
            Field<K> key,
            Field<Long> id,
            Function<String, K> parse,
            Function<R, T> mapper,
            Function<R, Cursor> cursor,
            Page.Count count) {
        boolean downwards = request.descending() != request.backwards();
        var from = request.backwards() ? request.before() : request.after();
        var rows = new ArrayList<>(
                query.and(from.map(c -> beyond(key, id, parse, c, downwards)).orElseGet(DSL::noCondition))
                        .orderBy(downwards ? key.desc() : key.asc(), downwards ? id.desc() : id.asc())
                        .limit(DSL.inline(request.size() + 1))
                        .fetch());
        boolean more = rows.size() > request.size();
        if (more) rows.removeLast();
        if (request.backwards()) Collections.reverse(rows);
        boolean hasPrevious = request.backwards() ? more : from.isPresent();
        boolean hasNext = request.backwards() || more;
        return new Page<>(
                rows.stream().map(mapper).toList(),
                edge(rows, hasPrevious, true, cursor),
                edge(rows, hasNext, false, cursor),
                count);
    }

    private static <K> Condition beyond(
            Field<K> key, Field<Long> id, Function<String, K> parse, Cursor c, boolean downwards) {
        K value;
        try {
            value = parse.apply(c.key());
        } catch (RuntimeException _) {
            return DSL.noCondition();
        }
        var here = row(key, id);
        return downwards ? here.lt(value, c.id()) : here.gt(value, c.id());
    }

    private static <R> Optional<Cursor> edge(List<R> rows, boolean there, boolean first, Function<R, Cursor> cursor) {
        if (!there || rows.isEmpty()) return Optional.empty();
        return Optional.of(cursor.apply(first ? rows.getFirst() : rows.getLast()));
    }
}
