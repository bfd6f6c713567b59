package org.wirt.listing;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;

/// What the parameters of a list match, for verbs on all of it: looking ahead wants the number and the first few, the
/// deed wants each. Call within a scoped transaction.
public interface Matches {

    long number();

    /// The first so many ids, in their order.
    List<Long> first(int most);

    List<Long> all();

    /// @param query the ids without order; asked anew each time
    static Matches of(DSLContext database, Field<Long> id, Supplier<SelectConditionStep<Record1<Long>>> query) {
        return new Matches() {
            @Override
            public long number() {
                return database.fetchCount(query.get());
            }

            @Override
            public List<Long> first(int most) {
                return query.get().orderBy(id).limit(most).fetch(id);
            }

            @Override
            public List<Long> all() {
                return query.get().orderBy(id).fetch(id);
            }
        };
    }

    static Matches of(List<Long> ids) {
        return new Matches() {
            @Override
            public long number() {
                return ids.size();
            }

            @Override
            public List<Long> first(int most) {
                return ids.subList(0, Math.min(most, ids.size()));
            }

            @Override
            public List<Long> all() {
                return ids;
            }
        };
    }

    static Matches none() {
        return of(List.of());
    }
}
