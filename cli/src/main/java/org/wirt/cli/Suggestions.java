package org.wirt.cli;

import java.util.stream.Stream;

/// What only the panel knows of what can come next: whose names begin so, and what a list is narrowed down by.
record Suggestions(Session session) {

    private static final int SHOWN = 50;

    /// Names that begin so; nobody reads more than a few.
    Stream<String> names(String word, String start) {
        return Kind.of(word)
                .filter(kind -> !kind.called().isEmpty() && kind.in().isEmpty())
                .map(kind -> names(kind, start))
                .orElseGet(Stream::of);
    }

    private Stream<String> names(Kind kind, String start) {
        var path = kind.isPaged() ? kind.path() + "?size=" + SHOWN + "&q=" + Targets.encoded(start) : kind.path();
        var answer = session.panel().look(path);
        // A reseller is not told of resellers; of the others he is.
        if (!answer.isGood()) return Stream.of();
        var whole = Json.of(answer.body());
        var rows = kind.isPaged() ? whole.at("rows") : whole;
        return rows.list().stream().map(row -> row.at(kind.called()).text());
    }

    /// What an option of a verb takes that is the name of something.
    Stream<String> values(String option, String start) {
        var kind = Fields.NAMED.get(Kebab.camel(option));
        return kind == null ? Stream.of() : names(kind, start);
    }

    /// `status=suspended`, as far as it is typed: the filter, then its words.
    Stream<String> filtered(Kind kind, String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0) return filters(kind).map(name -> name + "=");
        var name = typed.substring(0, equals);
        return words(kind, name).map(word -> name + "=" + word);
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
