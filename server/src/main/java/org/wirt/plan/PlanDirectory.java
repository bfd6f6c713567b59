package org.wirt.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Finds plans by what other systems know them by, none of somebody in the recycle bin. Call within a scoped
/// transaction.
@Component
public class PlanDirectory {

    /// A plan with what stays of it for life.
    public record Found(UUID guid, Plan plan) {}

    /// Of a plan `p`.
    private static final String SOLD =
            "not exists (select from wirt.account a where a.id = p.account_id and a.removed) ";

    private final DSLContext database;
    private final PlanList plans;

    PlanDirectory(DSLContext database, PlanList plans) {
        this.database = database;
        this.plans = plans;
    }

    /// @param owner whose; absent: anybody's in sight
    public Optional<Long> byId(Kind kind, Optional<Long> owner, long id) {
        return one("p.id = ?", kind, owner, id);
    }

    public Optional<Long> byGuid(Kind kind, Optional<Long> owner, UUID guid) {
        return one("p.guid = ?", kind, owner, guid);
    }

    public Optional<Long> byName(Kind kind, Optional<Long> owner, String name) {
        return one("lower(p.name) = lower(?)", kind, owner, name);
    }

    private Optional<Long> one(String condition, Kind kind, Optional<Long> owner, Object value) {
        return database.resultQuery(
                        "select p.id from wirt.plan p where " + condition
                                + " and p.kind = ? and (cast(? as bigint) is null or p.account_id = ?) and "
                                + SOLD + "order by p.id limit 1",
                        value,
                        kind.name(),
                        owner.orElse(null),
                        owner.orElse(null))
                .fetchOptional(r -> r.get(0, Long.class));
    }

    /// The next so many in the order of their numbers.
    public List<Long> after(Kind kind, Optional<Long> owner, long after, int most) {
        return database.resultQuery(
                        "select p.id from wirt.plan p where p.kind = ? and p.id > ? and (cast(? as bigint) is null or p.account_id = ?) and "
                                + SOLD + "order by p.id limit ?",
                        kind.name(),
                        after,
                        owner.orElse(null),
                        owner.orElse(null),
                        most)
                .fetch(r -> r.get(0, Long.class));
    }

    public Map<Long, Found> read(Collection<Long> ids) {
        var guids = database.resultQuery(
                        "select id, guid from wirt.plan where id = any(?)", (Object) ids.toArray(Long[]::new))
                .fetchMap(r -> r.get("id", Long.class), r -> r.get("guid", UUID.class));
        var found = new HashMap<Long, Found>();
        for (var plan : plans.load(ids, "")) {
            var guid = guids.get(plan.id());
            if (guid != null) found.put(plan.id(), new Found(guid, plan));
        }
        return found;
    }
}
