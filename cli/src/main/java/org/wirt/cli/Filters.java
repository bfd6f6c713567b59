package org.wirt.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a list can be narrowed down by. The panel refuses what it does not know; its description, which is long, is
/// fetched only then, for the word that was probably meant.
record Filters(Session session) {

    private static final String UNKNOWN = "filter-unknown";

    /// `--status suspended` or `--filter status=suspended`, as the panel calls them.
    ///
    /// @throws Failure where one is said twice: the second would take the place of the first
    Map<String, List<String>> ofList(Kind kind, Arguments typed) {
        var filters = typed.values("filter").isEmpty()
                ? new LinkedHashMap<String, List<String>>()
                : ofDeed(kind.word(), typed.values("filter"));
        typed.own().forEach((name, values) -> {
            for (var value : values) add(filters, name, value);
        });
        return filters;
    }

    private void add(Map<String, List<String>> filters, String name, String value) {
        if (filters.putIfAbsent(Kebab.camel(name), List.of(value)) != null)
            throw new Failure(ExitCodes.USAGE, session.t().of("said-twice", name));
    }

    /// @throws Failure with the nearest filter there is, where one was misspelled
    String good(Kind kind, Panel.Answer answer) {
        var misspelled =
                answer.isGood() ? List.<String>of() : new Refusals(answer.body(), session.t()).fieldsOf(UNKNOWN);
        if (misspelled.isEmpty()) return session.panel().good(answer);
        throw session.unknown(UNKNOWN, Kebab.of(misspelled.getFirst()), known(kind));
    }

    private List<String> known(Kind kind) {
        try {
            return described(session, kind).stream()
                    .map(parameter -> Kebab.of(parameter.at("name").text()))
                    .toList();
        } catch (Failure _) {
            // What is wrong can be said without what was meant.
            return List.of();
        }
    }

    /// The parameters of a list as the panel describes them.
    static List<Json> described(Session session, Kind kind) {
        return Json.of(session.panel().get("/openapi.json"))
                .at("paths")
                .at(Panel.API + kind.path())
                .at("get")
                .at("parameters")
                .list();
    }

    /// `--filter status=suspended`, as often as wanted.
    Map<String, List<String>> ofDeed(String kind, List<String> typed) {
        if (Kind.of(kind).filter(Kind::isPaged).isEmpty())
            throw new Failure(ExitCodes.USAGE, session.t().of("no-filter", kind));
        var all = new LinkedHashMap<String, List<String>>();
        for (var one : typed) {
            int equals = one.indexOf('=');
            if (equals < 1) throw new Failure(ExitCodes.USAGE, session.t().of("map-form", "--filter", one));
            add(all, one.substring(0, equals), one.substring(equals + 1));
        }
        return all;
    }
}
