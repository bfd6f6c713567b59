package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirt.value.PostalAddress;

/// What an account says about itself: how to reach its people, in which language and time zone, and what its provider
/// tells it.
///
/// @param values by the names of the form's fields, in their order
/// @param changed counts edits, against lost updates
public record Contact(long id, long providerId, Map<String, String> values, int changed) {

    public Contact {
        values = new LinkedHashMap<>(values);
    }

    /// What a form about it is filled with.
    Map<String, String> saved() {
        var saved = new LinkedHashMap<>(values);
        saved.put("version", String.valueOf(changed));
        return saved;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// The address as on an envelope, the country in this language.
    public List<String> envelope(Locale language) {
        return PostalAddress.envelope(
                value("address"), value("postalCode"), value("city"), value("state"), value("country"), language);
    }
}
