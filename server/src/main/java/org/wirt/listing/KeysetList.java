package org.wirt.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;
import org.wirt.access.Scope;

/// A long list as its room declares it: what stands in it, what narrows it down, how it is sorted. It is read page by
/// page, or meant as a whole by a verb. Call within a scoped transaction.
///
/// @param <T> a row
public abstract class KeysetList<T> implements Narrowable {

    /// A way to sort.
    ///
    /// @param parse the key as it stands in a cursor, back into its type
    public record Sorting<K>(Field<K> key, Function<String, K> parse) {}

    protected final DSLContext database;
    private final Counting counting;
    private final String name;
    private final Field<Long> id;

    /// @param name what it is counted under
    protected KeysetList(DSLContext database, Counting counting, String name, Field<Long> id) {
        this.database = database;
        this.counting = counting;
        this.name = name;
        this.id = id;
    }

    public Page<T> page(Scope scope, Map<String, List<String>> parameters, PageRequest request) {
        return page(parameters, request, counting.of(scope, name, parameters, () -> count(parameters)));
    }

    /// The same without counting: for reading everything, page after page.
    public Page<T> rows(Map<String, List<String>> parameters, PageRequest request) {
        return page(parameters, request, Page.Count.of(0));
    }

    /// Everything the filter matches, for verbs on all of it.
    public Matches matching(Map<String, List<String>> parameters) {
        return Matches.of(
                database, id, () -> from(database.select(id)).where(conditions(parameters, Optional.empty())));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public abstract List<String> sorts();

    /// The tables the conditions speak of.
    protected abstract <R extends Record> SelectJoinStep<R> from(SelectSelectStep<R> select);

    /// What a row shows, with `id`, and the key it is sorted by as `sort_key`.
    protected abstract SelectJoinStep<? extends Record> select(Field<?> key);

    /// What the parameters say, as conditions.
    ///
    /// @param page the page they are for; absent: for all that match
    protected abstract List<Condition> conditions(Map<String, List<String>> parameters, Optional<PageRequest> page);

    /// @param sort one of those the list offers
    protected abstract Sorting<?> sorting(String sort);

    protected abstract T row(Record r);

    /// Up to one more than is counted.
    protected int count(Map<String, List<String>> parameters) {
        var some = from(database.select(DSL.inline(1).as("one")))
                .where(conditions(parameters, Optional.empty()))
                .limit(DSL.inline(Page.Count.MOST + 1));
        return database.fetchCount(some);
    }

    private Page<T> page(Map<String, List<String>> parameters, PageRequest request, Page.Count count) {
        return page(parameters, request, sorting(request.sort()), count);
    }

    private <K> Page<T> page(
            Map<String, List<String>> parameters, PageRequest request, Sorting<K> sorting, Page.Count count) {
        return Keyset.page(
                select(sorting.key()).where(conditions(parameters, Optional.of(request))),
                request,
                sorting.key(),
                id,
                sorting.parse(),
                this::row,
                KeysetList::cursor,
                count);
    }

    private static Cursor cursor(Record r) {
        return new Cursor(String.valueOf(r.get("sort_key")), r.get("id", Long.class));
    }
}
