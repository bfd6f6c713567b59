package org.wirt.cli;

import java.util.stream.Stream;

/// What only the panel knows of what can come next: whose names begin so, and what a list is narrowed down by.
record Suggestions(Session session) {

    private static final int SHOWN = 50;

    /// Names that begin so; nobody reads more than a few.
    Stream<String> names(Kind kind, String start) {
        if (kind.called().isEmpty() || !kind.in().isEmpty()) return Stream.of();
        var rows = kind.isPaged()
                ? Json.of(session.panel().get(kind.path() + "?size=" + SHOWN + "&q=" + Targets.encoded(start)))
                        .at("rows")
                : Json.of(session.panel().get(kind.path()));
        return rows.list().stream().map(row -> row.at(kind.called()).text());
    }

    Stream<String> filters(Kind kind) {
        return parameters(kind).map(parameter -> Kebab.of(parameter.at("name").text()));
    }

    /// The words that a filter takes; none where it takes any.
    Stream<String> words(Kind kind, String filter) {
        return parameters(kind)
                .filter(parameter -> parameter.at("name").text().equals(Kebab.camel(filter)))
                .flatMap(parameter -> parameter.at("schema").at("enum").list().stream())
                .map(Json::text);
    }

    private Stream<Json> parameters(Kind kind) {
        if (!kind.isPaged()) return Stream.of();
        return Filters.described(session, kind).stream();
    }
}
