package org.wirt.cli;

import java.util.List;
import java.util.stream.Collectors;

/// What a value of the panel's JSON is in a table: things by their name, statuses by a word.
record Cells(Texts t) {

    String of(Json value) {
        if (value.isList()) return value.list().stream().map(this::of).collect(Collectors.joining(", "));
        if (!value.isObject()) return word(value);
        if (isStatus(value)) return status(value);
        if (!value.at("name").isMissing()) return value.at("name").text();
        if (!value.at("used").isMissing()) return value.at("used").text() + " / " + limit(value.at("limit"));
        return value.names().stream()
                .map(name -> name + "=" + of(value.at(name)))
                .collect(Collectors.joining(", "));
    }

    /// Of a field whose words are known: by the one for it.
    String of(String field, Json value) {
        var key = "word." + field + "." + value.text();
        return !value.isList() && !value.isObject() && t.has(key) ? t.of(key) : of(value);
    }

    /// Whether it is told part by part, instead of in one word.
    boolean isOfParts(Json value) {
        return value.isObject()
                && !isStatus(value)
                && (value.at("name").isMissing() || value.at("id").isMissing())
                && value.at("used").isMissing();
    }

    private static boolean isStatus(Json value) {
        return !value.at("active").isMissing() && !value.at("reasons").isMissing();
    }

    private String word(Json value) {
        var text = value.text();
        if (text.equals("true")) return t.of("yes");
        return text.equals("false") ? t.of("no") : text;
    }

    private static String limit(Json limit) {
        return limit.isMissing() ? "∞" : limit.text();
    }

    private String status(Json status) {
        if (status.at("active").isTrue()) return t.of("status.active");
        var reasons = reasons(status.at("reasons").list());
        var above = reasons(status.at("above").list());
        return above.isEmpty() ? reasons : (reasons.isEmpty() ? "" : reasons + ", ") + t.of("status.above", above);
    }

    private String reasons(List<Json> reasons) {
        return reasons.stream()
                .map(Json::text)
                .map(code -> t.has("reason." + code) ? t.of("reason." + code) : code)
                .collect(Collectors.joining(", "));
    }
}
