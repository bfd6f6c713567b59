package org.wirt.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// @param plan the reseller plan he follows; absent: Custom
    record Row(long account, Optional<Long> plan, Allowance values, boolean oversell) {

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

    void remove(Collection<Long> accounts) {
        database.execute("delete from wirt.reseller where account_id = any(?)", (Object) accounts.toArray(Long[]::new));
    }

    /// All rows of these accounts in a table, as they stand.
    List<Map<String, Object>> remember(String table, long account) {
        return database.resultQuery("select to_jsonb(t) from wirt." + table + " t where t.account_id = ?", account)
                .fetch(r -> JSON.readValue(r.get(0, JSONB.class).data(), new TypeReference<Map<String, Object>>() {}));
    }

    /// Customers, also those in the recycle bin.
    long customers(long account) {
        return database.resultQuery("select count(*) from wirt.account where provider_id = ? and id <> 1", account)
                .fetchSingle(r -> r.get(0, Long.class));
    }

    List<String> names(long account, int most) {
        return database.resultQuery(
                        "select contact_name from wirt.account where provider_id = ? and id <> 1 order by sort_name, id limit ?",
                        account,
                        most)
                .fetch(r -> r.get(0, String.class));
    }

    void removePlans(Collection<Long> accounts) {
        database.execute("delete from wirt.plan where account_id = any(?)", (Object) accounts.toArray(Long[]::new));
    }

    boolean owns(long account) {
        return customers(account) > 0 || !remember("plan", account).isEmpty();
    }
}
