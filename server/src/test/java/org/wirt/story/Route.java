package org.wirt.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wirt.access.Level;

/// A route of the panel for somebody signed in, with the level that the golden file gives it; RoutesTest keeps that
/// file complete.
///
/// @param level from which level on it exists; absent: for everybody signed in, or up to the verb
/// @param ids how many of its variables are ids
/// @param program whether it is for programs, which come with a token
record Route(String method, String path, Optional<Level> level, int ids, boolean program) {

    private static final String FOR_DIALECTS = "whoever shows a password or a key";
    private static final String FOR_PROGRAMS = "whoever has a token";

    private static final Path REVIEWED = Path.of("src/test/resources/golden/routes.txt");
    private static final Pattern ALTERNATIVES = Pattern.compile("\\{\\w+:([\\w|-]+)}");
    private static final Pattern OR = Pattern.compile("\\|");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    static List<Route> all(RequestMappingHandlerMapping mapping) {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var path : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods()) {
                    var audience = audience(path, method.name());
                    if (audience.equals("everybody") || audience.equals(FOR_DIALECTS)) continue;
                    var level = Arrays.stream(Level.values())
                            .filter(one -> one.name().equals(audience))
                            .findFirst();
                    boolean program = audience.equals(FOR_PROGRAMS);
                    for (var one : written(path))
                        routes.add(new Route(method.name(), one, level, ids(handler), program));
                }
            }
        });
        return routes;
    }

    /// `/{list:customers|resellers}/{id}` is two paths.
    private static List<String> written(String path) {
        var choice = ALTERNATIVES.matcher(path);
        if (!choice.find()) return List.of(path);
        return Arrays.stream(OR.split(choice.group(1)))
                .flatMap(word -> written(path.replace(choice.group(), word)).stream())
                .toList();
    }

    private static int ids(HandlerMethod handler) {
        return (int) Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class))
                .filter(parameter ->
                        parameter.getParameterType() == long.class || parameter.getParameterType() == Long.class)
                .count();
    }

    private static String audience(String path, String method) {
        try (var lines = Files.lines(REVIEWED)) {
            return lines.map(line -> line.split("\\s+", 3))
                    .filter(line -> line[0].equals(path) && line[1].equals(method))
                    .map(line -> line[2])
                    .findFirst()
                    .orElse("signed in");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasVariables() {
        return path.contains("{");
    }

    /// The path with this id in one of its variables and own ones in the others; none where no variable is an id.
    List<String> paths(long id, List<Long> own) {
        if (ids == 0) return List.of();
        var count = (int) VARIABLE.matcher(path).results().count();
        if (count == 1) return List.of(VARIABLE.matcher(path).replaceAll(Long.toString(id)));
        var paths = new ArrayList<String>();
        for (int asked = 0; asked < count; asked++) {
            for (var mine : own) {
                int place = asked;
                var index = new int[1];
                paths.add(VARIABLE.matcher(path).replaceAll(_ -> Long.toString(index[0]++ == place ? id : mine)));
            }
        }
        return paths;
    }
}
