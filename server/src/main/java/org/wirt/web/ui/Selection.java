package org.wirt.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Which objects a verb is for: these ids, or all that match the filter.
public record Selection(List<String> ids, boolean all, Map<String, List<String>> filter) {

    public static Selection of(List<String> ids) {
        return new Selection(ids, false, Map.of());
    }

    /// The hidden fields that carry the selection through a form.
    public List<Option> fields() {
        var fields = new ArrayList<Option>();
        if (all) {
            fields.add(new Option("true", "all"));
            filter.forEach((name, values) -> values.forEach(value -> fields.add(new Option(value, name))));
        } else {
            ids.forEach(id -> fields.add(new Option(id, "id")));
        }
        return fields;
    }
}
