package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which objects a verb is for: these ids, or all that match the filter. Among the fields of a verb, of which some are
/// called like filters, those of the filter begin with [#WHERE].
public record Selection(List<String> ids, boolean all, Map<String, List<String>> filter) {

    public static final String WHERE = "where.";

    public static Selection of(List<String> ids) {
        return new Selection(ids, false, Map.of());
    }

    /// What of the parameters of a verb is the filter of its selection.
    public static Map<String, List<String>> filter(Map<String, List<String>> parameters) {
        var filter = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(WHERE)) filter.put(name.substring(WHERE.length()), values);
        });
        return filter;
    }

    /// The hidden fields that carry the selection through a form.
    public List<Option> fields() {
        var fields = new ArrayList<Option>();
        if (all) {
            fields.add(new Option("true", "all"));
            filter.forEach((name, values) -> values.forEach(value -> fields.add(new Option(value, WHERE + name))));
        } else {
            ids.forEach(id -> fields.add(new Option(id, "id")));
        }
        return fields;
    }
}
