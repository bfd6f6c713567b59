package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.wirt.operation.Change;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The contact information of the accounts in sight. Call within a scoped transaction.
@Component
public class Contacts {

    /// Field of the form and column of the table, in the order of the form.
    private static final Map<String, String> COLUMNS = columns();

    private final DSLContext database;

    Contacts(DSLContext database) {
        this.database = database;
    }

    public Optional<Contact> find(long accountId) {
        return database.resultQuery(
                        "select id, provider_id, changed, " + String.join(", ", COLUMNS.values())
                                + " from wirt.account where id = ? and not removed",
                        accountId)
                .fetchOptional(Contacts::contact);
    }

    /// Writes what is given and leaves the other fields alone.
    Change change(long accountId, Map<String, String> wanted) {
        var before = find(accountId).orElseThrow(() -> new Refused(Refusal.notFound()));
        var different = save(before, wanted);
        var after = new LinkedHashMap<String, Object>();
        different.keySet().forEach(field -> after.put(field, wanted.getOrDefault(field, "")));
        return new Change(accountId, different, after);
    }

    /// @return the fields that differ, as they were
    private Map<String, Object> save(Contact before, Map<String, String> wanted) {
        var different = new LinkedHashMap<String, Object>();
        wanted.forEach((field, value) -> {
            if (!before.value(field).equals(value)) different.put(field, before.value(field));
        });
        if (different.containsKey("externalId")) refuseTaken(before, wanted.getOrDefault("externalId", ""));
        var sets = different.keySet().stream().map(f -> COLUMNS.get(f) + " = ?").collect(Collectors.joining(", "));
        var values = new Object[different.size() + 1];
        int i = 0;
        for (var field : different.keySet()) values[i++] = wanted.getOrDefault(field, "");
        values[i] = before.id();
        if (!different.isEmpty()) {
            database.execute("update wirt.account set " + sets + ", changed = changed + 1 where id = ?", values);
        }
        return different;
    }

    private void refuseTaken(Contact account, String externalId) {
        if (externalId.isEmpty()) return;
        boolean taken = !database.resultQuery(
                        "select 1 from wirt.account where provider_id = ? and external_id = ? and id <> ? and not removed",
                        account.providerId(),
                        externalId,
                        account.id())
                .fetch()
                .isEmpty();
        if (taken) throw new Refused(Refusal.invalid("externalId", "external-id-taken"));
    }

    private static Contact contact(Record row) {
        var values = new LinkedHashMap<String, String>();
        COLUMNS.forEach((field, column) -> values.put(field, row.get(column, String.class)));
        return new Contact(
                row.get("id", Long.class),
                row.get("provider_id", Long.class),
                values,
                row.get("changed", Integer.class));
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("contactName", "contact_name");
        for (var same : new String[] {"company", "email", "phone", "fax", "address", "city", "state"})
            columns.put(same, same);
        columns.put("postalCode", "postal_code");
        columns.put("country", "country");
        columns.put("language", "locale");
        columns.put("timeZone", "time_zone");
        columns.put("externalId", "external_id");
        columns.put("additionalInformation", "additional_information");
        return columns;
    }
}
