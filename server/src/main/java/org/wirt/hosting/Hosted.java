package org.wirt.hosting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.wirt.operation.Operand;
import org.wirt.operation.Targets;

/// How what lives in subscriptions is found, each thing together with its subscription, in the order of numbers. Call
/// within a scoped transaction.
///
/// @param <T> the kind of thing
abstract class Hosted<T extends Operand> implements Targets<T> {

    private final DSLContext database;
    private final Spaces spaces;
    private final String object;
    private final Class<T> type;
    private final String select;
    private final String alias;

    /// @param select up to and without `where`; columns `id` and `subscription_id` among its own
    Hosted(DSLContext database, Spaces spaces, String object, Class<T> type, String select, String alias) {
        this.database = database;
        this.spaces = spaces;
        this.object = object;
        this.type = type;
        this.select = select;
        this.alias = alias;
    }

    abstract T thing(Record r, Space space);

    /// How a page shows them.
    abstract String order();

    @Override
    public String object() {
        return object;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public List<T> load(Collection<Long> ids) {
        return fetch(" where " + alias + ".id = any(?) order by " + alias + ".id", ids);
    }

    @Override
    public List<T> lock(Collection<Long> ids) {
        return fetch(" where " + alias + ".id = any(?) order by " + alias + ".id for update of " + alias, ids);
    }

    /// The first so many of these subscriptions.
    public List<T> in(Collection<Long> subscriptions) {
        return fetch(
                " where " + alias + ".subscription_id = any(?) order by " + order() + " limit " + Spaces.MOST,
                subscriptions);
    }

    /// Numbers of the next so many in their order, of none in the recycle bin.
    ///
    /// @param which further conditions
    /// @param whose values in those
    final List<Long> next(String which, long after, int most, Object... whose) {
        var values = new ArrayList<>(List.of(whose));
        values.add(after);
        values.add(most);
        return database.resultQuery(
                        "select %1$s.id from (%2$s) %1$s join wirt.subscription_in_place s on s.id = %1$s.subscription_id where "
                                        .formatted(alias, select)
                                + which + " and " + alias + ".id > ? order by " + alias + ".id limit ?",
                        values.toArray())
                .fetch(r -> r.get(0, Long.class));
    }

    final List<T> fetch(String which, Collection<Long> ids) {
        var rows = database.resultQuery(select + which, (Object) ids.toArray(Long[]::new))
                .fetch();
        var found = spaces.byId(rows.stream()
                .map(r -> r.get("subscription_id", Long.class))
                .distinct()
                .toList());
        var things = new ArrayList<T>();
        for (var row : rows) {
            var space = found.get(row.get("subscription_id", Long.class));
            if (space != null) things.add(thing(row, space));
        }
        return things;
    }
}
