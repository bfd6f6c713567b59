package org.wirt.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object as verbs and lists read them. A list has several values, an object stands for
/// `name.key`; what is null was not said.
final class Fields {

    private Fields() {}

    /// @throws Refused where an object lies in an object in an object
    static Map<String, List<String>> of(JsonNode object) {
        var fields = new LinkedHashMap<String, List<String>>();
        object.properties().forEach(field -> {
            var value = field.getValue();
            if (value.isObject())
                value.properties()
                        .forEach(inner -> put(fields, field.getKey() + "." + inner.getKey(), inner.getValue()));
            else put(fields, field.getKey(), value);
        });
        return fields;
    }

    /// What narrows a list down: one word each. Passed over, a list of them, nothing or an empty one would mean
    /// everybody.
    ///
    /// @throws Refused for anything else
    static Map<String, List<String>> filter(JsonNode object) {
        var fields = new LinkedHashMap<String, List<String>>();
        object.properties().forEach(field -> {
            var said = field.getValue();
            var value = said.isArray() && said.size() == 1 ? said.get(0) : said;
            if (value.isNull() || !value.isValueNode() || value.asString().isBlank())
                throw new Refused(Refusal.invalid(field.getKey(), "one-word"));
            fields.put(field.getKey(), List.of(text(field.getKey(), value)));
        });
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String name, JsonNode value) {
        if (value.isNull()) return;
        var texts = new ArrayList<String>();
        if (value.isArray()) value.forEach(one -> texts.add(text(name, one)));
        else texts.add(text(name, value));
        fields.put(name, texts);
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode()) throw new Refused(Refusal.invalid(name, "field-form"));
        var text = value.asString();
        if (!isText(text)) throw new Refused(Refusal.invalid(name, "no-text"));
        return text;
    }

    /// What UTF-8 cannot write, or databases cannot keep, is none.
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
