package org.wirt.web.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where one is: a path and its parameters, from which the links of a list are made.
public record Address(String path, Map<String, List<String>> parameters) {

    public Address {
        var copy = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = copy;
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /// The same place with this parameter set; an empty value takes it away.
    public Address with(String name, String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value.isEmpty()) changed.remove(name);
        else changed.put(name, List.of(value));
        return new Address(path, changed);
    }

    public Address without(String... names) {
        var changed = new LinkedHashMap<>(parameters);
        for (var name : names) changed.remove(name);
        return new Address(path, changed);
    }

    public String value(String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    @Override
    public String toString() {
        if (parameters.isEmpty()) return path;
        return parameters.entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
