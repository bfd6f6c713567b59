package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.Map;

/// What an account says about itself: how to reach its people, in which language and time zone, and what its provider
/// tells it.
///
/// @param values by the names of the form's fields, in their order
/// @param changed counts edits, against lost updates
public record Contact(long id, long providerId, Map<String, String> values, int changed) {

    public Contact {
        values = new LinkedHashMap<>(values);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }
}
