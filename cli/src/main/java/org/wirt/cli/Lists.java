package org.wirt.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `wirt <kind> list` and `wirt <kind> show`.
record Lists(Session session, Arguments typed) {

    void list(Kind kind, List<String> words) {
        if (!kind.in().isEmpty()) {
            var parent = words.isEmpty() ? typed.value("in") : Optional.of(words.getFirst());
            if (parent.isEmpty())
                throw new Failure(
                        ExitCodes.USAGE,
                        session.t().of("list-in", kind.word(), kind.in().getFirst()));
            noOptions();
            whole(kind, session.panel().get(new Targets(session).pathIn(kind, "", parent)));
        } else if (!words.isEmpty()) {
            throw new Failure(ExitCodes.USAGE, session.t().of("too-many-words", words.getFirst()));
        } else if (!kind.isPaged()) {
            noOptions();
            whole(kind, session.panel().get(kind.path()));
        } else {
            paged(kind);
        }
    }

    private void noOptions() {
        if (!typed.own().isEmpty())
            throw session.unknown(
                    "option-unknown", "--" + typed.own().keySet().iterator().next(), List.of());
    }

    private void whole(Kind kind, String body) {
        if (typed.is("json")) session.say(body);
        else print(kind.columns(), Json.of(body).list());
    }

    private void paged(Kind kind) {
        var query = new StringBuilder(typed.is("all") ? "size=250" : "");
        Filters.named(typed.own())
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(Targets.encoded(value))));
        var after = "";
        do {
            var body = new Filters(session).good(kind, session.panel().look(kind.path() + "?" + query + after));
            var page = Json.of(body);
            page(kind, body, page, after.isEmpty());
            var next = page.at("next");
            after = next.isMissing() ? "" : "&after=" + Targets.encoded(next.text());
            if (!after.isEmpty() && !typed.is("all") && !typed.is("json"))
                session.remark(session.t()
                        .of(
                                page.at("count").at("more").isTrue() ? "many" : "more",
                                page.at("count").at("number").text()));
        } while (typed.is("all") && !after.isEmpty());
    }

    private void page(Kind kind, String body, Json page, boolean first) {
        var rows = page.at("rows").list();
        if (!typed.is("json")) print(kind.columns(), rows, first);
        else if (typed.is("all")) rows.forEach(row -> session.say(row.toString()));
        else session.say(body);
    }

    void print(List<String> columns, List<Json> rows) {
        print(columns, rows, true);
    }

    private void print(List<String> columns, List<Json> rows, boolean headed) {
        if (rows.isEmpty()) {
            if (headed) session.remark(session.t().of("nothing"));
            return;
        }
        var cells = new Cells(session.t());
        var table = new Table(columns.stream().map(session.t()::column).toList());
        for (var row : rows)
            table.add(columns.stream().map(name -> cells.of(name, row.at(name))).toList());
        table.lines(session.around().isRead() ? session.around().width() : 0).stream()
                .skip(headed ? 0 : 1)
                .forEach(session::say);
    }

    void show(Kind kind, List<String> words) {
        if (words.size() != 1) throw new Failure(ExitCodes.USAGE, session.t().of("show-one", kind.word()));
        var targets = new Targets(session);
        if (kind.hasPage()) {
            one(
                    kind.word(),
                    session.panel()
                            .get(kind.path() + "/"
                                    + targets.find(List.of(kind.word()), words.getFirst(), Optional.empty())));
            return;
        }
        var path = kind.in().isEmpty() ? kind.path() : targets.pathIn(kind, words.getFirst(), typed.value("in"));
        Json.of(session.panel().get(path)).list().stream()
                .filter(row -> row.at("id").text().equals(words.getFirst())
                        || row.at(kind.called()).text().equalsIgnoreCase(words.getFirst()))
                .findFirst()
                .ifPresentOrElse(row -> one(kind.word(), row.toString()), () -> {
                    throw new Failure(
                            ExitCodes.NOT_FOUND, session.t().of("target-missing", kind.word(), words.getFirst()));
                });
    }

    void one(String kind, String body) {
        if (typed.is("json")) session.say(body);
        else new Lines(session.t(), kind).of(Json.of(body)).forEach(session::say);
    }

    void events() {
        var options = typed.own();
        for (var name : options.keySet())
            if (!List.of("after", "size").contains(name))
                throw session.unknown("option-unknown", "--" + name, List.of("--after", "--size"));
        var query = new StringBuilder();
        for (Map.Entry<String, List<String>> option : options.entrySet())
            query.append(query.isEmpty() ? "?" : "&")
                    .append(option.getKey())
                    .append('=')
                    .append(Targets.encoded(option.getValue().getLast()));
        var body = session.panel().get("/events" + query);
        if (typed.is("json")) {
            session.say(body);
            return;
        }
        var events = Json.of(body);
        print(
                List.of("id", "at", "type", "name", "actor", "outcome"),
                events.at("rows").list());
        session.remark(session.t().of("read-on", events.at("last").text()));
    }
}
