package org.wirt.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.audit.AuditLine;

/// The names behind the numbers that lines of the audit log keep, as far as the reader's scope reaches. Call within a
/// scoped transaction.
@Component
class AuditNames {

    /// @param names by kind and number
    record Found(Map<String, String> names) {

        Optional<String> name(String kind, String number) {
            return Optional.ofNullable(names.get(TABLES.getOrDefault(kind, kind) + " " + number));
        }
    }

    private static final Map<String, String> TABLES = Map.of(
            "provider",
            "account",
            "provider_id",
            "account",
            "customer",
            "account",
            "reseller",
            "account",
            "plan_id",
            "plan",
            "binding.plan",
            "plan",
            "addOn",
            "add_on");
    private static final Map<String, String> NAMES =
            Map.of("account", "contact_name", "plan", "name", "add_on", "name", "subscription", "name");

    private final DSLContext database;

    AuditNames(DSLContext database) {
        this.database = database;
    }

    Found of(Collection<AuditLine> lines) {
        var wanted = new HashMap<String, Set<Long>>();
        for (var line : lines) {
            gather(line.before(), wanted);
            gather(line.after(), wanted);
        }
        var found = new HashMap<String, String>();
        wanted.forEach((table, ids) -> database.resultQuery(
                        "select id, " + NAMES.get(table) + " from wirt." + table + " where id = any(?)",
                        (Object) ids.toArray(Long[]::new))
                .forEach(r -> found.put(table + " " + r.get(0), r.get(1, String.class))));
        return new Found(found);
    }

    private static void gather(Map<String, String> values, Map<String, Set<Long>> wanted) {
        values.forEach((key, value) -> {
            var table = TABLES.getOrDefault(key, key);
            if (NAMES.containsKey(table))
                Visit.number(value)
                        .ifPresent(id -> wanted.computeIfAbsent(table, _ -> new HashSet<>())
                                .add(id));
        });
    }
}
