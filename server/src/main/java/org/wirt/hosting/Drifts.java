package org.wirt.hosting;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What servers were found to answer otherwise than they should. Call within a transaction of the administrator.
@Component
public class Drifts {

    /// @param subject host or address; empty: nobody answers at all
    /// @param dark    whether it should be
    /// @param answer  three digits; 0: none
    public record One(long node, Service service, String subject, boolean dark, int answer) {}

    private final DSLContext database;

    Drifts(DSLContext database) {
        this.database = database;
    }

    public List<One> all() {
        return database.fetch(
                        "select node_id, service, subject, dark, answer from wirt.drift order by node_id, service, subject limit 100")
                .map(row -> new One(
                        row.get(0, Long.class),
                        Service.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        row.get(4, Integer.class)));
    }
}
