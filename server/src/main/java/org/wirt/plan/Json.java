package org.wirt.plan;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How limits and permissions stand in their columns.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not an object of limits or permissions: " + json, e);
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
