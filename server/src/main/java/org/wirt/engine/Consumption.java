package org.wirt.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// What subscriptions use, as servers measure it: written for many at once, whoever counts.
public final class Consumption {

    /// A subscription and where its files lie.
    public record Space(long subscription, String home) {}

    /// In the order in which deeds take them too, or one waits for the other for ever.
    private static final String TAKEN =
            "with taken as (select id from wirt.subscription where %s order by id for no key update) ";

    private static final String THESE = TAKEN.formatted("id = any(?::bigint[])");
    private static final String TRAFFIC = THESE + """
            update wirt.subscription s set traffic_month = ?::date, used_at = clock_timestamp(),
                traffic_used = t.bytes + case when s.traffic_month = ?::date then s.traffic_used else 0 end
            from unnest(?::bigint[], ?::bigint[]) t (id, bytes) join taken using (id) where s.id = t.id""";
    private static final String DISK = THESE + """
            update wirt.subscription s set disk_used = d.bytes, used_at = clock_timestamp()
            from unnest(?::bigint[], ?::bigint[]) d (id, bytes) join taken using (id) where s.id = d.id""";
    private static final String NEW_MONTH =
            TAKEN.formatted("traffic_used > 0 and traffic_month is distinct from ?::date")
                    + "update wirt.subscription s set traffic_used = 0, traffic_month = ?::date from taken where s.id = taken.id";
    private static final String SPACES = "select id, home from wirt.subscription where ";

    private final SystemRole system;

    public Consumption(DataSource dataSource) {
        this.system = new SystemRole(dataSource);
    }

    /// Adds what has been transferred.
    ///
    /// @param month its first day
    /// @param bytes by subscription
    public void addTraffic(LocalDate month, Map<Long, Long> bytes) {
        if (bytes.isEmpty()) return;
        system.call(database ->
                database.execute(TRAFFIC, ids(bytes), month.toString(), month.toString(), ids(bytes), amounts(bytes)));
    }

    /// @param bytes by subscription, all its files together
    public void setDisk(Map<Long, Long> bytes) {
        if (bytes.isEmpty()) return;
        system.call(database -> database.execute(DISK, ids(bytes), ids(bytes), amounts(bytes)));
    }

    /// Counts from nothing again, where the count is of another month.
    ///
    /// @param month its first day
    public void beginMonth(LocalDate month) {
        system.call(database -> database.execute(NEW_MONTH, month.toString(), month.toString()));
    }

    public List<Space> spaces(Collection<Long> subscriptions) {
        return spaces("id = any(?)", (Object) subscriptions.toArray(Long[]::new));
    }

    /// Those that have never been measured, the oldest first.
    public List<Space> unmeasured(int limit) {
        return spaces("used_at is null order by id limit ?", limit);
    }

    /// All of them, in steps: those after a subscription.
    public List<Space> after(long subscription, int limit) {
        return spaces("id > ? order by id limit ?", subscription, limit);
    }

    private List<Space> spaces(String which, Object... values) {
        return system.call(database -> database.resultQuery(SPACES + which, values)
                .fetch(row -> new Space(row.get(0, long.class), row.get(1, String.class))));
    }

    private static Long[] ids(Map<Long, Long> bytes) {
        return new ArrayList<>(bytes.keySet()).toArray(Long[]::new);
    }

    private static Long[] amounts(Map<Long, Long> bytes) {
        return new ArrayList<>(bytes.values()).toArray(Long[]::new);
    }
}
