package org.wirt.rest;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirt.operation.Inputs;
import org.wirt.operation.Selection;
import org.wirt.operation.Several;
import org.wirt.operation.Verbs;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.JsonNode;

/// What the body of a deed says: of which targets, and what. Nothing of it is dropped.
final class Wish {

    private static final List<String> SAID = List.of("ids", "filter", "input");

    private Wish() {}

    /// These, or all that match; never all by leaving it out.
    static Selection selection(JsonNode body) {
        if (!body.isObject()) throw new Refused(Refusal.invalid("ids", "ids-or-filter"));
        for (var said : body.propertyNames())
            if (!SAID.contains(said)) throw new Refused(Refusal.invalid(said, "field-unknown"));
        var ids = said(body, "ids");
        var filter = said(body, "filter");
        // Generated clients send what was not set as empty. Empty beside empty is nothing, and never everybody.
        if (ids != null && filter != null) {
            if (isEmpty(ids) == isEmpty(filter)) throw new Refused(Refusal.invalid("ids", "ids-or-filter"));
            if (isEmpty(ids)) ids = null;
            else filter = null;
        }
        if ((ids == null) == (filter == null)) throw new Refused(Refusal.invalid("ids", "ids-or-filter"));
        if (filter != null) {
            if (!filter.isObject()) throw new Refused(Refusal.invalid("filter", "field-form"));
            return new Selection.Matching(Fields.filter(filter));
        }
        var numbers = new ArrayList<Long>();
        if (ids == null || !ids.isArray() || ids.isEmpty()) throw new Refused(Refusal.invalid("ids", "ids-or-filter"));
        for (var id : ids) {
            if (!id.isIntegralNumber() || !id.canConvertToLong())
                throw new Refused(Refusal.invalid("ids", "number-form"));
            numbers.add(id.asLong());
        }
        return new Selection.These(numbers);
    }

    private static @Nullable JsonNode said(JsonNode body, String name) {
        var node = body.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isContainer() && node.isEmpty();
    }

    /// What is said to the verb, in fields that it has. Several values of a field whose lines are something of their
    /// own are its lines; of any other there is one.
    static Map<String, List<String>> input(Verbs.Known<?, ?> verb, JsonNode body) {
        var said = said(body, "input");
        if (said == null) return Map.of();
        if (!said.isObject()) throw new Refused(Refusal.invalid("input", "field-form"));
        var fields = Inputs.fields(verb.input()).stream()
                .collect(Collectors.toMap(RecordComponent::getName, field -> field));
        var input = new LinkedHashMap<String, List<String>>();
        var wrong = new ArrayList<Refusal>();
        said.properties().forEach(one -> {
            if (isEmpty(one.getValue()) && one.getValue().isObject() && !isMap(fields.get(one.getKey())))
                wrong.add(Refusal.invalid(one.getKey(), "one-value-form"));
        });
        Fields.of(said).forEach((name, values) -> {
            int dot = name.indexOf('.');
            var field = fields.get(dot < 0 ? name : name.substring(0, dot));
            if (field == null) wrong.add(Refusal.invalid(name, "input-unknown"));
            else if (isMap(field) == (dot < 0))
                wrong.add(Refusal.invalid(name, dot < 0 ? "map-form" : "one-value-form"));
            else if (values.size() < 2 || field.getType() == List.class) input.put(name, values);
            else if (field.isAnnotationPresent(Several.class)) input.put(name, List.of(String.join("\n", values)));
            else wrong.add(Refusal.invalid(name, "one-value"));
        });
        if (!wrong.isEmpty()) throw new Refused(wrong);
        return input;
    }

    private static boolean isMap(@Nullable RecordComponent field) {
        return field != null && field.getType() == Map.class;
    }
}
