package org.wirt.audit;

import static org.wirt.schema.wirt.Tables.AUDIT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirt.listing.Cursor;
import org.wirt.listing.Keyset;
import org.wirt.listing.Narrowable;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Page;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The audit log as far as the scope reaches, newest first. Call within a scoped transaction.
@Component
public class AuditList implements Narrowable {

    private static final List<Parameter> FILTERS = List.of(
            Parameter.text("deed"),
            Parameter.text("actor"),
            Parameter.text("object"),
            Parameter.day("from"),
            Parameter.day("to"));

    private final DSLContext database;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditList(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Parameter> filters() {
        return FILTERS;
    }

    public Page<AuditLine> page(Map<String, List<String>> parameters, PageRequest request) {
        var some = database.select(DSL.one())
                .from(AUDIT)
                .where(conditions(parameters))
                .limit(DSL.inline(Page.Count.MOST + 1));
        return page(parameters, request, Page.Count.of(database.fetchCount(some)));
    }

    /// These lines, as far as they are in sight.
    Map<Long, AuditLine> byId(Collection<Long> ids) {
        return database.selectFrom(AUDIT).where(AUDIT.ID.in(ids)).fetch(this::line).stream()
                .collect(Collectors.toMap(AuditLine::id, line -> line));
    }

    /// Some deeds on some kinds of objects.
    ///
    /// @param objects empty: whatever they are done to
    /// @param deeds  verbs without their object; empty: all
    /// @param others all but these deeds are meant
    public record Sort(Set<String> objects, Set<String> deeds, boolean others) {

        private Condition condition() {
            var object = objects.isEmpty() ? DSL.noCondition() : AUDIT.OBJECT.in(objects);
            if (deeds.isEmpty()) return object;
            var deed = DSL.condition(
                    "substring({0} from '[^.]*$') = any({1})", AUDIT.VERB, DSL.val(deeds.toArray(String[]::new)));
            return object.and(others ? DSL.not(deed) : deed);
        }
    }

    /// The next so many after a line, the oldest first.
    ///
    /// @param sorts of any of these; empty: of all
    public List<AuditLine> after(long id, List<Sort> sorts, int most) {
        var wanted = sorts.isEmpty()
                ? DSL.noCondition()
                : DSL.or(sorts.stream().map(Sort::condition).toList());
        return database.selectFrom(AUDIT)
                .where(AUDIT.ID.gt(id), AUDIT.OUTCOME.eq("DONE"), wanted)
                .orderBy(AUDIT.ID)
                .limit(most)
                .fetch(this::line);
    }

    /// The newest so many that were done, the oldest of them first.
    public List<AuditLine> newest(int most) {
        var lines = database.selectFrom(AUDIT)
                .where(AUDIT.OUTCOME.eq("DONE"))
                .orderBy(AUDIT.ID.desc())
                .limit(most)
                .fetch(this::line);
        return lines.reversed();
    }

    /// The number of the newest line; 0 where there is none.
    public long last() {
        return database.select(DSL.coalesce(DSL.max(AUDIT.ID), 0L))
                .from(AUDIT)
                .fetchOptional(r -> r.value1())
                .orElse(0L);
    }

    /// The same without counting: for reading everything, page after page.
    public Page<AuditLine> rows(Map<String, List<String>> parameters, PageRequest request) {
        return page(parameters, request, Page.Count.of(0));
    }

    private Page<AuditLine> page(Map<String, List<String>> parameters, PageRequest request, Page.Count count) {
        return Keyset.page(
                database.selectFrom(AUDIT).where(conditions(parameters)),
                request,
                AUDIT.AT,
                AUDIT.ID,
                Cursor::moment,
                this::line,
                r -> new Cursor(r.getAt().toString(), r.getId()),
                count);
    }

    private static List<Condition> conditions(Map<String, List<String>> parameters) {
        var typed = new Narrowing(parameters);
        var all = new ArrayList<Condition>();
        text(typed, "deed").ifPresent(t -> all.add(AUDIT.VERB.eq(t)));
        text(typed, "actor")
                .ifPresent(t -> all.add(DSL.condition("lower(actor) = {0}", DSL.val(t.toLowerCase(Locale.ROOT)))));
        text(typed, "object").ifPresent(t -> all.add(AUDIT.OBJECT_NAME.containsIgnoreCase(t)));
        all.addAll(typed.days("from", "to", "at"));
        return all;
    }

    private static Optional<String> text(Narrowing typed, String name) {
        return Optional.of(typed.text(name)).filter(t -> !t.isEmpty());
    }

    private AuditLine line(Record r) {
        return new AuditLine(
                r.get(AUDIT.ID),
                r.get(AUDIT.AT).toInstant(),
                r.get(AUDIT.ACTOR),
                r.get(AUDIT.ACTING_AS),
                r.get(AUDIT.ADDRESS),
                r.get(AUDIT.VERB),
                r.get(AUDIT.OBJECT),
                r.get(AUDIT.OBJECT_ID),
                r.get(AUDIT.OBJECT_NAME),
                r.get(AUDIT.OUTCOME),
                values(r.get(AUDIT.BEFORE)),
                values(r.get(AUDIT.AFTER)));
    }

    private Map<String, String> values(@Nullable JSONB text) {
        var values = new LinkedHashMap<String, String>();
        if (text == null) return values;
        flat("", json.readTree(text.data()), values);
        return values;
    }

    /// Nested values by their way: `limits.disk_space`.
    private static void flat(String way, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(p -> flat(way.isEmpty() ? p.getKey() : way + "." + p.getKey(), p.getValue(), values));
        } else if (!node.isNull()) {
            values.put(way, node.isString() ? node.asString() : node.toString());
        }
    }
}
