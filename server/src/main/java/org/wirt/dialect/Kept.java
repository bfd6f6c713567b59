package org.wirt.dialect;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What clients say of objects in words that Wirt has no meaning for. Call within a scoped transaction.
@Component
class Kept {

    enum Subject {
        ACCOUNT,
        SUBSCRIPTION,
        SITE,
        PLAN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 2_000;

    static final String EXTERNAL_ID = "external-id";

    private final DSLContext database;
    private final KeptLog log;
    private final KeptRights rights;

    Kept(DSLContext database, KeptLog log, KeptRights rights) {
        this.database = database;
        this.log = log;
        this.rights = rights;
    }

    void keep(Exchange exchange, Subject subject, long id, Map<String, String> values) {
        values.forEach((name, value) -> {
            if (name.length() > LONGEST_NAME || value.length() > LONGEST || value.indexOf('\0') >= 0)
                throw Failed.invalid("The value of " + name + " is too long.");
        });
        var changed = new TreeMap<>(values);
        var before = of(subject, id);
        changed.entrySet().removeAll(before.entrySet());
        // Whoever says what holds anyway changes nothing.
        rights.words(
                exchange,
                subject,
                id,
                changed.keySet().stream()
                        .filter(name -> before.containsKey(name) || !HostingProperties.isUsual(name, changed.get(name)))
                        .toList());
        changed.forEach((name, value) -> database.execute(
                "insert into wirt.kept (subject, subject_id, name, value) values (?, ?, ?, ?) "
                        + "on conflict (subject, subject_id, name) do update set value = excluded.value",
                subject.word(),
                id,
                name,
                value));
        log.words(exchange, subject, id, changed.keySet());
    }

    void forget(Exchange exchange, Subject subject, long id, List<String> names) {
        database.execute(
                "delete from wirt.kept where subject = ? and subject_id = ? and name = any(?)",
                subject.word(),
                id,
                names.toArray(String[]::new));
        log.words(exchange, subject, id, names);
    }

    /// The next so many of which something is said under a name.
    ///
    /// @param value what is said; absent: whatever
    List<Long> saying(Subject subject, String name, Optional<String> value, long after, int most) {
        return database.resultQuery(
                        "select subject_id from wirt.kept where subject = ? and subject_id > ? and name = ? "
                                + "and value = coalesce(cast(? as text), value) order by subject_id limit ?",
                        subject.word(),
                        after,
                        name,
                        value.orElse(null),
                        most)
                .fetch(r -> r.get(0, Long.class));
    }

    /// All of which any of these is said under a name.
    List<Long> saying(Subject subject, String name, Collection<String> values) {
        return database.resultQuery(
                        "select subject_id from wirt.kept where subject = ? and name = ? and value = any(?) order by subject_id",
                        subject.word(),
                        name,
                        values.toArray(String[]::new))
                .fetch(r -> r.get(0, Long.class));
    }

    /// By object, each by name.
    Map<Long, Map<String, String>> of(Subject subject, Collection<Long> ids) {
        var all = new HashMap<Long, Map<String, String>>();
        for (var id : ids) all.put(id, new TreeMap<>());
        database.resultQuery(
                        "select subject_id, name, value from wirt.kept where subject = ? and subject_id = any(?)",
                        subject.word(),
                        ids.toArray(Long[]::new))
                .forEach(r -> all.getOrDefault(r.get("subject_id", Long.class), new HashMap<>())
                        .put(r.get("name", String.class), r.get("value", String.class)));
        return all;
    }

    Map<String, String> of(Subject subject, long id) {
        return of(subject, List.of(id)).getOrDefault(id, Map.of());
    }

    /// @param there the object, where it is one that is meant
    /// @throws Failed where several are meant
    Optional<Long> byExternalId(Subject subject, String value, Function<Long, Optional<Long>> there) {
        // Many are said to have none: by that nobody is meant.
        if (value.isEmpty()) return Optional.empty();
        var found = withExternalId(subject, value).stream()
                .flatMap(id -> there.apply(id).stream())
                .toList();
        if (found.size() > 1)
            throw new Failed(ErrorNumbers.FAILED, "Several objects have the external id '" + value + "'.");
        return found.stream().findFirst();
    }

    private List<Long> withExternalId(Subject subject, String value) {
        return database.resultQuery(
                        "select subject_id from wirt.kept where subject = ? and name = 'external-id' and value = ? order by 1",
                        subject.word(),
                        value)
                .fetch(r -> r.get(0, Long.class));
    }
}
