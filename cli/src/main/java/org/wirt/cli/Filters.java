package org.wirt.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a list can be narrowed down by. The panel passes over what it does not know, which in front of a deed would be
/// everybody: therefore names are looked up in its description first.
record Filters(Session session) {

    /// That every list has.
    private static final List<String> USUAL = List.of("q", "sort", "dir", "size", "after", "before");

    Map<String, List<String>> checked(Kind kind, Map<String, List<String>> typed) {
        var checked = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> checked.put(Kebab.camel(name), values));
        if (USUAL.containsAll(checked.keySet())) return checked;
        var known = described(session, kind).stream()
                .map(parameter -> parameter.at("name").text())
                .toList();
        for (var name : checked.keySet())
            if (!known.contains(name))
                throw session.unknown(
                        "filter-unknown",
                        Kebab.of(name),
                        known.stream().map(Kebab::of).toList());
        return checked;
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
        var list = Kind.of(kind).filter(Kind::isPaged);
        if (list.isEmpty()) throw new Failure(ExitCodes.USAGE, session.t().of("no-filter", kind));
        var all = new LinkedHashMap<String, List<String>>();
        for (var one : typed) {
            int equals = one.indexOf('=');
            if (equals < 1) throw new Failure(ExitCodes.USAGE, session.t().of("map-form", "--filter", one));
            all.put(one.substring(0, equals), List.of(one.substring(equals + 1)));
        }
        return checked(list.get(), all);
    }
}
