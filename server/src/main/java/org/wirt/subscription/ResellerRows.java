package org.wirt.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.plan.Allowance;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What makes an account a reseller: the row that says what he holds, and his own plans. Call within a scoped
/// transaction.
@Component
class ResellerRows {

    /// @param plan   the reseller plan he follows; absent: Custom
    /// @param locked bound to the plan, but holds values of his own
    record Row(long account, Optional<Long> plan, Allowance values, boolean oversell, boolean locked) {

        private Map<String, @Nullable Object> json() {
            var json = new HashMap<String, @Nullable Object>();
            json.put("account_id", account);
            json.put("reseller_id", account);
            json.put("plan_id", plan.orElse(null));
            json.put("limits", values.limits().values());
            json.put("permissions", values.permissions().values());
            json.put("apps", values.apps().column());
            json.put("overuse", values.overuse().name());
            json.put("oversell", oversell);
            json.put("locked", locked);
            json.put("expires_at", values.expiry().map(Instant::toString).orElse(null));
            return json;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext database;

    ResellerRows(DSLContext database) {
        this.database = database;
    }

    void add(List<Row> rows) {
        insert("reseller", rows.stream().map(Row::json).toList());
    }

    /// Puts rows of a table back as they were remembered.
    void insert(String table, List<?> rows) {
        if (rows.isEmpty()) return;
        database.execute(
                "insert into wirt." + table + " overriding system value select (jsonb_populate_record(null::wirt."
                        + table + ", v)).* from unnest(cast(? as jsonb[])) v on conflict do nothing",
                (Object) rows.stream()
                        .map(one -> JSONB.valueOf(JSON.writeValueAsString(one)))
                        .toArray(JSONB[]::new));
    }

    /// The reseller plan each of these follows; who follows none is left out.
    Map<Long, Long> plans(Collection<Long> accounts) {
        return database.resultQuery(
                        "select account_id, plan_id from wirt.reseller where plan_id is not null and account_id = any(?)",
                        (Object) accounts.toArray(Long[]::new))
                .fetchMap(r -> r.get("account_id", Long.class), r -> r.get("plan_id", Long.class));
    }

    /// They hold what the plan says.
    void bind(Collection<Long> accounts, Plans.Plan plan) {
        database.execute(
                "update wirt.reseller r set plan_id = p.id, limits = p.limits, permissions = p.permissions, apps = p.apps, "
                        + "overuse = p.overuse, oversell = p.oversell, locked = false from wirt.plan p where p.id = ? and r.account_id = any(?)",
                plan.id(),
                accounts.toArray(Long[]::new));
    }

    /// He holds this from now on, also where his plan says otherwise.
    ///
    /// @param oversell absent: as before
    void customize(long account, Allowance values, Optional<Boolean> oversell) {
        database.execute(
                "update wirt.reseller set limits = cast(? as jsonb), permissions = cast(? as jsonb), overuse = ?, "
                        + "oversell = coalesce(cast(? as boolean), oversell), locked = plan_id is not null where account_id = ?",
                values.limits().json(),
                values.permissions().json(),
                values.overuse().name(),
                oversell.orElse(null),
                account);
    }

    /// They follow no plan any more and keep what they hold.
    void unbind(Collection<Long> accounts) {
        database.execute("update wirt.reseller set plan_id = null, locked = false where account_id = any(?)", (Object)
                accounts.toArray(Long[]::new));
    }

    /// What these held before, as it was remembered; a plan that is gone since is not followed again.
    void restore(List<?> remembered) {
        database.execute(
                "update wirt.reseller r set plan_id = (select p.id from wirt.plan p where p.id = v.plan_id), limits = v.limits, "
                        + "permissions = v.permissions, apps = v.apps, overuse = v.overuse, oversell = v.oversell, locked = coalesce(v.locked, false) "
                        + "from unnest(cast(? as jsonb[])) j, jsonb_populate_record(null::wirt.reseller, j) v "
                        + "where r.account_id = v.account_id",
                (Object) remembered.stream()
                        .map(one -> JSONB.valueOf(JSON.writeValueAsString(one)))
                        .toArray(JSONB[]::new));
    }

    void remove(Collection<Long> accounts) {
        database.execute("delete from wirt.reseller where account_id = any(?)", (Object) accounts.toArray(Long[]::new));
    }

    /// All rows of these accounts in a table, as they stand.
    List<Map<String, Object>> remember(String table, long account) {
        return database.resultQuery("select to_jsonb(t) from wirt." + table + " t where t.account_id = ?", account)
                .fetch(r -> JSON.readValue(r.get(0, JSONB.class).data(), new TypeReference<Map<String, Object>>() {}));
    }

    /// Whose customers there are: how many, how many more lie in the recycle bin, and the first names, those last.
    record Below(long customers, long removed, List<String> names) {}

    Map<Long, Below> customers(Collection<Long> accounts, int named) {
        return database.resultQuery(
                        "select provider_id, count(*) filter (where not removed) customers, count(*) filter (where removed) gone, "
                                + "(array_agg(contact_name order by removed, sort_name, id))[1:?] names "
                                + "from wirt.account where provider_id = any(?) and id <> 1 group by provider_id",
                        named,
                        accounts.toArray(Long[]::new))
                .fetchMap(
                        r -> r.get("provider_id", Long.class),
                        r -> new Below(
                                r.get("customers", Long.class),
                                r.get("gone", Long.class),
                                List.of(r.get("names", String[].class))));
    }

    void removePlans(Collection<Long> accounts) {
        database.execute("delete from wirt.plan where account_id = any(?)", (Object) accounts.toArray(Long[]::new));
    }

    /// Which of these have customers or plans of their own.
    Set<Long> owning(Collection<Long> accounts) {
        var ids = accounts.toArray(Long[]::new);
        return database.resultQuery(
                        "select provider_id from wirt.account where provider_id = any(?) and id <> 1 "
                                + "union select account_id from wirt.plan where account_id = any(?)",
                        ids,
                        ids)
                .fetchSet(0, Long.class);
    }
}
