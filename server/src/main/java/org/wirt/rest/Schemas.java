package org.wirt.rest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirt.hosting.DnsType;
import org.wirt.listing.PageRequest;
import org.wirt.listing.Parameter;
import org.wirt.operation.Inputs;
import org.wirt.operation.Meaning;
import org.wirt.operation.Secret;
import org.wirt.operation.Several;
import org.wirt.speech.Texts;

/// What records look like as JSON (JSON Schema 2020-12, as OpenAPI 3.1 takes it), read from the records themselves.
final class Schemas {

    private final Map<String, Object> named = new TreeMap<>();
    private final Texts t;

    Schemas(Texts t) {
        this.t = t;
    }

    /// All that were asked for, by name.
    Map<String, Object> named() {
        return named;
    }

    /// What a method answers.
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return Map.of("type", "array", "items", of(arguments[0]));
            if (generic.getRawType() == Map.class)
                return Map.of("type", "object", "additionalProperties", of(arguments[1]));
            if (generic.getRawType() == Listed.class) return listed(arguments[0]);
            return of(arguments[0]);
        }
        if (type instanceof Class<?> c && c.isRecord()) return record(c, name(c));
        return simple(type);
    }

    private Map<String, Object> listed(Type row) {
        var name = "Listed" + name((Class<?>) row);
        if (named.putIfAbsent(name, Map.of()) == null) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("rows", Map.of("type", "array", "items", of(row)));
            properties.put("next", Map.of("type", "string"));
            properties.put("previous", Map.of("type", "string"));
            properties.put("count", of(Listed.Count.class));
            named.put(name, object(properties, List.of("rows", "count")));
        }
        return reference(name);
    }

    private Map<String, Object> record(Class<?> type, String name) {
        if (named.putIfAbsent(name, Map.of()) == null) {
            var properties = new LinkedHashMap<String, Object>();
            var needed = new ArrayList<String>();
            for (var component : type.getRecordComponents()) {
                properties.put(component.getName(), of(component.getGenericType()));
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) needed.add(component.getName());
            }
            named.put(name, object(properties, needed));
        }
        return reference(name);
    }

    /// What a verb wants to be told.
    ///
    /// @param editing what is not named stays as it is, so that nothing is needed
    Map<String, Object> input(Class<? extends Record> type, String name, boolean editing) {
        var properties = new LinkedHashMap<String, Object>();
        var needed = new ArrayList<String>();
        for (var field : Inputs.fields(type)) {
            properties.put(field.getName(), field(field));
            if (!editing && Inputs.isNeeded(field)) needed.add(field.getName());
        }
        named.put(name, object(properties, needed));
        return reference(name);
    }

    private Map<String, Object> field(RecordComponent field) {
        boolean several = field.isAnnotationPresent(Several.class);
        var schema = new LinkedHashMap<>(
                several ? Map.of("type", "array", "items", simple(String.class)) : value(field.getGenericType()));
        var meaning = field.getAnnotation(Meaning.class);
        if (meaning != null) schema.put("description", t.of("rest.meaning." + meaning.value()));
        if (field.isAnnotationPresent(Secret.class)) schema.put("writeOnly", true);
        return schema;
    }

    private static Map<String, Object> value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return Map.of("type", "array", "items", value(arguments[0]));
            if (generic.getRawType() == Map.class)
                return Map.of("type", "object", "additionalProperties", value(arguments[1]));
            return value(arguments[0]);
        }
        // A value of its own is written as what it is made of.
        if (type instanceof Class<?> c && c.isRecord()) return value(c.getRecordComponents()[0].getGenericType());
        return simple(type);
    }

    static Map<String, Object> simple(Type type) {
        if (type == long.class || type == Long.class) return Map.of("type", "integer", "format", "int64");
        if (type == int.class || type == Integer.class) return Map.of("type", "integer", "format", "int32");
        if (type == boolean.class || type == Boolean.class) return Map.of("type", "boolean");
        if (type == Instant.class) return Map.of("type", "string", "format", "date-time");
        if (type == LocalDate.class) return Map.of("type", "string", "format", "date");
        if (type == URI.class) return Map.of("type", "string", "format", "uri");
        if (type instanceof Class<?> c && c.isEnum())
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(c.getEnumConstants())
                            .map(constant -> word((Enum<?>) constant))
                            .toList());
        return Map.of("type", "string");
    }

    /// As it is told. Types of records have the names that the DNS gives them.
    private static String word(Enum<?> constant) {
        return constant instanceof DnsType ? constant.name() : constant.name().toLowerCase(Locale.ROOT);
    }

    /// What a parameter of a list takes.
    static Map<String, Object> of(Parameter.Kind kind) {
        return switch (kind) {
            case Parameter.Text() -> Map.of("type", "string");
            case Parameter.Choice(var words) -> Map.of("type", "string", "enum", words);
            case Parameter.Day() -> Map.of("type", "string", "format", "date");
            case Parameter.Amount() -> Map.of("type", "integer", "format", "int64", "minimum", 0);
            case Parameter.Id() -> simple(long.class);
            // One type: clients that are generated know no parameter of two.
            case Parameter.IdOr(var words) ->
                Map.of("type", "string", "pattern", "^(-?[0-9]+|" + String.join("|", words) + ")$");
            case Parameter.Size() -> Map.of("type", "integer", "enum", PageRequest.SIZES);
            case Parameter.Place() -> Map.of("type", "string");
        };
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> needed) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!needed.isEmpty()) schema.put("required", needed);
        return schema;
    }

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /// Of a record inside a controller: both names, without `Api`.
    private static String name(Class<?> type) {
        var outer =
                Optional.ofNullable(type.getEnclosingClass()).map(Schemas::name).orElse("");
        var own = type.getSimpleName();
        return outer + (own.endsWith("Api") ? own.substring(0, own.length() - 3) : own);
    }
}
