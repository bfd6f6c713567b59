package org.wirt.restv2;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.annotation.JsonNaming;

/// What this door takes (OpenAPI 2.0), read from its controllers. Clients of the dialect ask for it to see whether
/// anybody is there, so it is shown to everybody: it says nothing of what is in the panel.
@RestController
class Swagger {

    static final String PATH = "/api/v2/swagger.json";

    private static final String BASE = "/api/v2";

    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private volatile @Nullable Map<String, Object> whole;

    Swagger(ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    @GetMapping(PATH)
    Map<String, Object> whole() {
        var known = whole;
        if (known == null) {
            known = written();
            whole = known;
        }
        return known;
    }

    private Map<String, Object> written() {
        var definitions = new TreeMap<String, Object>();
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var mapping : controllers.stream().toList())
            mapping.getHandlerMethods().forEach((info, handler) -> {
                var type = handler.getBeanType();
                if (!type.getPackageName().equals(Swagger.class.getPackageName())
                        || type == Swagger.class
                        || type == Nowhere.class) return;
                for (var path : info.getPatternValues())
                    for (var method : info.getMethodsCondition().getMethods())
                        paths.computeIfAbsent(path.substring(BASE.length()), _ -> new TreeMap<>())
                                .put(
                                        method.name().toLowerCase(Locale.ROOT),
                                        operation(method.name(), handler.getMethod(), definitions));
            });
        var all = new LinkedHashMap<String, Object>();
        all.put("swagger", "2.0");
        all.put("info", Map.of("title", "REST v2", "version", "v2"));
        all.put("basePath", BASE);
        all.put("consumes", List.of(MediaType.APPLICATION_JSON_VALUE));
        all.put("produces", List.of(MediaType.APPLICATION_JSON_VALUE));
        all.put(
                "securityDefinitions",
                Map.of(
                        "BasicAuth",
                        Map.of("type", "basic"),
                        "APIKeyHeader",
                        Map.of("type", "apiKey", "in", "header", "name", "X-API-Key")));
        all.put("security", List.of(Map.of("BasicAuth", List.of()), Map.of("APIKeyHeader", List.of())));
        all.put("paths", paths);
        all.put("definitions", definitions);
        return all;
    }

    private static Map<String, Object> operation(String verb, Method method, Map<String, Object> definitions) {
        var type = method.getDeclaringClass().getSimpleName().replace("Api", "");
        var operation = new LinkedHashMap<String, Object>();
        operation.put("tags", List.of(type));
        operation.put("operationId", type + "_" + method.getName() + "_" + verb.toLowerCase(Locale.ROOT));
        operation.put("parameters", parameters(method, definitions));
        var status = method.getAnnotation(ResponseStatus.class);
        var good = status == null ? "200" : String.valueOf(status.value().value());
        var responses = new LinkedHashMap<String, Object>();
        responses.put(good, answer("OK", answered(method, definitions)));
        responses.put("default", answer("Error", schema(Wrong.class, definitions)));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> answer(String description, Object schema) {
        return Map.of("description", description, "schema", schema);
    }

    private static Object answered(Method method, Map<String, Object> definitions) {
        var listing = method.getAnnotation(Listing.class);
        return listing == null
                ? schema(method.getGenericReturnType(), definitions)
                : Map.of("type", "array", "items", schema(listing.value(), definitions));
    }

    private static List<Object> parameters(Method method, Map<String, Object> definitions) {
        var all = new ArrayList<Object>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class))
                all.add(parameter(parameter.getName(), "path", true, parameter.getType() == long.class));
            else if (parameter.isAnnotationPresent(RequestParam.class))
                all.add(parameter(parameter.getName(), "query", parameter.getType() == String.class, false));
            else if (parameter.isAnnotationPresent(RequestBody.class))
                all.add(Map.of(
                        "name",
                        "body",
                        "in",
                        "body",
                        "required",
                        parameter.getAnnotation(RequestBody.class).required(),
                        "schema",
                        schema(parameter.getType(), definitions)));
        }
        return all;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, boolean number) {
        return Map.of("name", name, "in", in, "required", required, "type", number ? "integer" : "string");
    }

    private static Map<String, Object> schema(Type type, Map<String, Object> definitions) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class)
                return Map.of("type", "array", "items", schema(arguments[0], definitions));
            return Map.of("type", "object", "additionalProperties", schema(arguments[1], definitions));
        }
        if (type == long.class || type == Long.class) return Map.of("type", "integer", "format", "int64");
        if (type == int.class || type == Integer.class) return Map.of("type", "integer");
        if (type == boolean.class || type == Boolean.class) return Map.of("type", "boolean");
        if (type == Object.class) return Map.of();
        if (!(type instanceof Class<?> c) || !c.isRecord()) return Map.of("type", "string");
        var name = name(c);
        if (definitions.putIfAbsent(name, Map.of()) == null) definitions.put(name, object(c, definitions));
        return Map.of("$ref", "#/definitions/" + name);
    }

    private static Map<String, Object> object(Class<?> type, Map<String, Object> definitions) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var name = written(type, component);
            properties.put(name, schema(component.getGenericType(), definitions));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) required.add(name);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }

    private static String written(Class<?> type, RecordComponent component) {
        var property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (property != null) return property.value();
        if (!type.isAnnotationPresent(JsonNaming.class)) return component.getName();
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// Of a record inside another: both names, without `Api`.
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        var own = type.getSimpleName().replaceAll("Api$", "");
        return outer == null ? own : name(outer) + own;
    }
}
