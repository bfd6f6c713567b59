package org.wirt.cli;

import java.util.List;
import java.util.function.Function;

/// What the other panel tells of that nobody takes over: each is named, so that nothing is missed silently.
record LeftThere(Crossing crossing) {

    private record Kind(String kind, String operator, Node asked, Function<Node, String> name) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "site-alias",
                    "site-alias",
                    Crossing.all(),
                    result -> result.part("info").text("name")),
            new Kind("database", "database", new Node("get-db").add(new Node("filter")), result -> result.text("name")),
            new Kind(
                    "protected-dir",
                    "protected-dir",
                    Crossing.all(),
                    result -> result.part("data").text("name")));

    void tell() {
        for (var kind : KINDS)
            for (var one : crossing.told(kind.kind(), kind.operator(), kind.asked(), "*")) {
                var name = kind.name().apply(one);
                if (!name.isEmpty()) crossing.not(kind.kind(), one, name, crossing.t.of("import-left"));
            }
    }
}
