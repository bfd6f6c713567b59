package org.wirt.demo;

import java.util.List;
import org.jooq.DSLContext;

/// Numbers from the sequences, many at once.
final class Numbers {

    private Numbers() {}

    static List<Long> next(DSLContext database, String sequence, int count) {
        return database.resultQuery(
                        "select nextval(('wirt.' || ?)::regclass) from generate_series(1, ?)", sequence, count)
                .fetch(0, Long.class);
    }
}
