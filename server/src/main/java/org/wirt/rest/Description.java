package org.wirt.rest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirt.listing.Narrowable;
import org.wirt.listing.Parameter;
import org.wirt.operation.Editing;
import org.wirt.operation.Inputs;
import org.wirt.operation.Verbs;
import org.wirt.speech.Languages;
import org.wirt.speech.Texts;

/// What programs can ask for, for programs (OpenAPI 3.1): read from the controllers and the verbs, so that it cannot
/// fall behind them. Shown to everybody: it says nothing of what is in the panel.
@RestController
class Description {

    static final String PATH = "/api/v1/openapi.json";

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String STRING = "string";
    private static final String VERBS = "/api/v1/verbs/";

    private final Verbs verbs;
    private final List<Narrowable> lists;
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private final Tags tags;
    private final Texts t;
    private volatile @Nullable Map<String, Object> whole;

    Description(
            Verbs verbs,
            List<Narrowable> lists,
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            Tags tags,
            Languages languages) {
        this.verbs = verbs;
        this.lists = lists;
        this.controllers = controllers;
        this.tags = tags;
        this.t = languages.words("en");
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
        var schemas = new Schemas(t);
        var problem = schemas.of(Problem.class);
        var paths = new TreeMap<String, Object>();
        for (var mapping : controllers.stream().toList())
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!handler.getBeanType().getPackageName().equals(Description.class.getPackageName())) return;
                for (var path : info.getPatternValues())
                    if (isDescribed(path)) put(paths, path, handler.getMethod(), schemas, problem);
            });
        verbs.all().forEach(verb -> {
            paths.put(VERBS + verb.name(), Map.of("post", deed(verb, schemas, problem)));
            paths.put(VERBS + verb.name() + "/preview", Map.of("post", ahead(verb, schemas, problem)));
        });

        var all = new LinkedHashMap<String, Object>();
        all.put("openapi", "3.1.0");
        all.put("info", Map.of("title", "Wirt", "version", "1", "description", t.of("rest.openapi.what")));
        all.put("servers", List.of(Map.of("url", "/")));
        all.put("security", List.of(Map.of("token", List.of())));
        all.put("paths", paths);
        all.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.named(),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return all;
    }

    /// Verbs are described one by one, not as one path for all.
    private static boolean isDescribed(String path) {
        return path.startsWith("/api/v1") && !path.equals(PATH) && !path.startsWith(VERBS + "{name}");
    }

    @SuppressWarnings("unchecked")
    private void put(Map<String, Object> paths, String path, Method method, Schemas schemas, Object problem) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        var how = mapping == null || mapping.method().length == 0 ? RequestMethod.GET : mapping.method()[0];
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", identity(method));
        operation.put("tags", List.of(tag(method)));
        operation.put("parameters", parameters(path, method));
        operation.put("responses", responses(Map.of("200", schemas.of(method.getGenericReturnType())), problem));
        ((Map<String, Object>) paths.computeIfAbsent(path, _ -> new LinkedHashMap<String, Object>()))
                .put(how.name().toLowerCase(Locale.ROOT), operation);
    }

    private static String identity(Method method) {
        var type = method.getDeclaringClass().getSimpleName().replace("Api", "");
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + upper(method.getName());
    }

    private static String tag(Method method) {
        var reading = method.getAnnotation(Reading.class);
        return reading == null
                ? method.getDeclaringClass().getSimpleName().replace("Api", "").toLowerCase(Locale.ROOT)
                : reading.value();
    }

    private List<Object> parameters(String path, Method method) {
        var all = new ArrayList<Object>();
        if (path.contains("{id}"))
            all.add(Map.of(
                    "name",
                    "id",
                    "in",
                    "path",
                    "required",
                    true,
                    "schema",
                    Map.of("type", "integer", "format", "int64")));
        for (var parameter : method.getParameters())
            if (parameter.isAnnotationPresent(RequestParam.class))
                all.add(query(parameter.getName(), Schemas.simple(parameter.getType())));
        var reading = method.getAnnotation(Reading.class);
        if (reading == null || reading.list() == Narrowable.class) return all;
        var list = lists.stream().filter(reading.list()::isInstance).findFirst().orElseThrow();
        Parameter.ofPage(list).forEach(one -> all.add(query(one.name(), Schemas.of(one.kind()))));
        return all;
    }

    private static Map<String, Object> query(String name, Object schema) {
        return Map.of("name", name, "in", "query", "schema", schema);
    }

    private static Map<String, Object> header(String name) {
        return Map.of("name", name, "in", "header", "schema", Map.of("type", STRING));
    }

    private Map<String, Object> deed(Verbs.Known<?, ?> verb, Schemas schemas, Object problem) {
        var name = camel(verb.name());
        boolean editing = verb.operation() instanceof Editing<?>;
        var said = new LinkedHashMap<String, Object>();
        said.put("ids", Map.of("type", "array", "minItems", 1, "items", Map.of("type", "integer", "format", "int64")));
        said.put("filter", Map.of("type", "object", "additionalProperties", Map.of("type", STRING)));
        if (!Inputs.fields(verb.input()).isEmpty())
            said.put("input", schemas.input(verb.input(), upper(name) + "Input", editing));
        schemas.named().put(upper(name), Map.of("type", "object", "properties", said));

        var parameters = new ArrayList<Object>();
        parameters.add(header(Call.KEY));
        if (tags.knows(verb) || Versions.counts(verb)) parameters.add(header(Versions.IF_MATCH));
        var job = schemas.of(JobApi.Seen.class);
        return operation(verb, name, parameters, responses(Map.of("200", job, "202", job), problem));
    }

    private Map<String, Object> ahead(Verbs.Known<?, ?> verb, Schemas schemas, Object problem) {
        var answer = responses(Map.of("200", schemas.of(VerbApi.Ahead.class)), problem);
        return operation(verb, camel(verb.name()) + "Preview", List.of(), answer);
    }

    private Map<String, Object> operation(
            Verbs.Known<?, ?> verb, String identity, List<Object> parameters, Map<String, Object> responses) {
        var said = Schemas.reference(upper(camel(verb.name())));
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", identity);
        operation.put("tags", List.of(verb.kind()));
        operation.put("summary", t.of("verb." + verb.name()));
        operation.put("parameters", parameters);
        operation.put("requestBody", Map.of("required", true, "content", content(JSON, said)));
        operation.put("responses", responses);
        return operation;
    }

    private static Map<String, Object> responses(Map<String, Object> good, Object problem) {
        var all = new TreeMap<String, Object>();
        good.forEach(
                (status, schema) -> all.put(status, Map.of("description", "OK", "content", content(JSON, schema))));
        all.put(
                "default",
                Map.of(
                        "description",
                        "Problem",
                        "content",
                        content(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem)));
        return all;
    }

    private static Map<String, Object> content(String type, Object schema) {
        return Map.of(type, Map.of("schema", schema));
    }

    /// `customer.reset-link` as an identifier: `customerResetLink`.
    private static String camel(String verb) {
        var parts = verb.split("[.-]", -1);
        var all = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) all.append(upper(parts[i]));
        return all.toString();
    }

    private static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
