package org.wirt.subscription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;
import tools.jackson.databind.json.JsonMapper;

/// Which plan subscriptions follow and what they hold, changed and remembered for many at once. Call within a scoped
/// transaction.
@Component
class Bindings {

    /// What one subscription shall be bound to and hold.
    ///
    /// @param addOns what it follows beside its plan, without which there are none
    record Bound(long subscription, Optional<Long> plan, Subscription.Sync sync, Allowance values, List<Long> addOns) {

        static Bound of(Subscription subscription) {
            return new Bound(
                    subscription.id(),
                    subscription.planId(),
                    subscription.sync(),
                    subscription.allowance(),
                    subscription.addOns());
        }

        /// Bound to nothing, with these values.
        static Bound custom(Subscription subscription, Allowance values) {
            return new Bound(subscription.id(), Optional.empty(), Subscription.Sync.CUSTOM, values, List.of());
        }

        Map<String, @Nullable Object> json() {
            var json = new HashMap<String, @Nullable Object>();
            json.put("id", subscription);
            json.put("plan", plan.orElse(null));
            json.put("sync", sync.name());
            json.put("limits", values.limits().values());
            json.put("permissions", values.permissions().values());
            json.put("apps", values.apps().column());
            json.put("overuse", values.overuse().name());
            json.put("addOns", addOns);
            return json;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // A plan that is gone meanwhile leaves the values behind, bound to nothing.
    private static final String SET = "update wirt.subscription s set plan_id = p.id, "
            + "sync = case when p.id is null then 'CUSTOM' else v->>'sync' end, limits = v->'limits', permissions = v->'permissions', "
            + "apps = case jsonb_typeof(v->'apps') when 'array' then array(select jsonb_array_elements_text(v->'apps')) end, "
            + "overuse = v->>'overuse', changed = s.changed + 1 "
            + "from unnest(cast(? as jsonb[])) v left join wirt.plan p on p.id = cast(v->>'plan' as bigint) "
            + "where s.id = cast(v->>'id' as bigint)";

    private static final String UNBIND = "delete from wirt.subscription_add_on b using unnest(cast(? as jsonb[])) v "
            + "where b.subscription_id = cast(v->>'id' as bigint) and not coalesce(v->'addOns', '[]') @> to_jsonb(b.add_on_id)";

    private static final String BIND = "insert into wirt.subscription_add_on (subscription_id, add_on_id) "
            + "select s.id, a.id from unnest(cast(? as jsonb[])) v join wirt.subscription s on s.id = cast(v->>'id' as bigint) "
            + "cross join lateral jsonb_array_elements_text(coalesce(v->'addOns', '[]')) wanted (id) "
            + "join wirt.add_on a on a.id = cast(wanted.id as bigint) where s.plan_id is not null on conflict do nothing";

    private final DSLContext database;

    Bindings(DSLContext database) {
        this.database = database;
    }

    void set(List<Bound> bound) {
        restore(bound.stream().map(Bound::json).toList());
    }

    /// As they were remembered.
    void restore(List<?> remembered) {
        if (remembered.isEmpty()) return;
        var bound = remembered.stream()
                .map(one -> JSONB.valueOf(JSON.writeValueAsString(one)))
                .toArray(JSONB[]::new);
        for (var statement : List.of(SET, UNBIND, BIND)) database.execute(statement, (Object) bound);
    }
}
