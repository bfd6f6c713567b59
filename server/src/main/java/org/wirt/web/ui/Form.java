package org.wirt.web.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was typed and what is wrong with it, by field name; labels and order are the template's.
/// @param version what the form was filled from, so that a concurrent change is noticed; empty for new things
public record Form(Map<String, String> values, Map<String, String> errors, String version) {

    public Form {
        values = Map.copyOf(values);
        errors = new LinkedHashMap<>(errors);
    }

    public static Form empty() {
        return new Form(Map.of(), Map.of(), "");
    }

    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of(), "");
    }

    public Form with(Map<String, String> newErrors) {
        return new Form(values, newErrors, version);
    }

    /// The same with this field filled.
    public Form typed(String name, String value) {
        var filled = new LinkedHashMap<>(values);
        filled.put(name, value);
        return new Form(filled, errors, version);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean ticked(String name) {
        return !value(name).isEmpty() && !value(name).equals("false");
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }
}
