package org.wirt.subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.wirt.operation.Change;
import org.wirt.plan.Limits;

/// Gives a reseller more than he held, so that a customer has room with him; from then on changes of his plan skip him.
/// Each change remembers its own step, so that taking it back gives the step back. Call within a scoped transaction.
@Component
class Raising {

    /// Under this name a change keeps the limits that were raised, before and after.
    private static final String RAISED = "raised";

    private final DSLContext database;

    Raising(DSLContext database) {
        this.database = database;
    }

    void to(long reseller, Limits limits) {
        database.execute(
                "update wirt.reseller set limits = cast(? as jsonb), locked = plan_id is not null "
                        + "where account_id = ? and limits <> cast(? as jsonb)",
                JSONB.valueOf(limits.json()),
                reseller,
                JSONB.valueOf(limits.json()));
    }

    static void remember(Limits held, Limits then, Map<String, Object> before, Map<String, Object> after) {
        var old = new HashMap<String, Object>();
        var now = new HashMap<String, Object>();
        then.values().forEach((key, value) -> {
            if (held.get(key) == value) return;
            old.put(key, held.get(key));
            now.put(key, value);
        });
        before.put(RAISED, old);
        after.put(RAISED, now);
    }

    /// The last step first; a limit that somebody has changed since then stays. Who holds again what his plan says
    /// follows it again.
    void back(List<Change> done) {
        for (var change : done.reversed()) {
            if (!(change.before().get(RAISED) instanceof Map<?, ?> old)
                    || !(change.after().get(RAISED) instanceof Map<?, ?> now)
                    || !(change.after().get(ConvertCustomer.PROVIDER) instanceof Number reseller)) continue;
            old.forEach((key, value) -> database.execute(
                    "update wirt.reseller set limits = limits || jsonb_build_object(cast(? as text), cast(? as bigint)) "
                            + "where account_id = ? and cast(limits->>? as bigint) = ?",
                    String.valueOf(key),
                    ((Number) value).longValue(),
                    reseller.longValue(),
                    String.valueOf(key),
                    now.get(key) instanceof Number then ? then.longValue() : Limits.UNLIMITED));
            unlock(reseller.longValue());
        }
    }

    private void unlock(long reseller) {
        database.execute(
                "update wirt.reseller r set locked = false from wirt.plan p where r.account_id = ? and r.locked and p.id = r.plan_id "
                        + "and r.limits = p.limits and r.permissions = p.permissions and r.apps is not distinct from p.apps "
                        + "and r.overuse = p.overuse and r.oversell = p.oversell",
                reseller);
    }
}
