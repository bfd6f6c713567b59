package org.wirt.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `wirt <kind> list` and `wirt <kind> show`.
record Lists(Session session, Arguments typed) {

    /// So many rows come at once where all are wanted.
    private static final String MOST = "250";

    /// @param word `list` or `show`
    /// @return the exit code
    int tell(String kind, String word) {
        var words = typed.words().subList(2, typed.words().size());
        Kind.of(kind)
                .ifPresentOrElse(
                        known -> {
                            if (word.equals("list")) list(known, words);
                            else show(known, words);
                        },
                        () -> events(words));
        return ExitCodes.DONE;
    }

    private void list(Kind kind, List<String> words) {
        if (!kind.in().isEmpty()) {
            Known.only(typed, session.t(), "json", "all", "in");
            whole(kind, session.panel().get(new Targets(session).pathIn(kind, "", Optional.of(parent(kind, words)))));
            return;
        }
        Known.atMost(0, words, session.t());
        if (kind.isPaged()) {
            Known.besides(typed, session.t(), "json", "all", "filter");
            paged(kind);
            return;
        }
        Known.only(typed, session.t(), "json", "all");
        whole(kind, session.panel().get(kind.path()));
    }

    /// What the listed ones lie in, said as a word or by `--in`.
    private String parent(Kind kind, List<String> words) {
        var all = Stream.concat(words.stream(), typed.value("in").stream()).toList();
        Known.atMost(1, all, session.t());
        if (all.isEmpty())
            throw new Failure(
                    ExitCodes.USAGE,
                    session.t().of("list-in", kind.word(), kind.in().getFirst()));
        return all.getFirst();
    }

    private void whole(Kind kind, String body) {
        var rows = Json.of(body).list();
        if (!typed.is("json")) print(kind.columns(), rows);
        else if (typed.is("all")) rows.forEach(row -> session.say(row.toString()));
        else session.say(body);
    }

    private void paged(Kind kind) {
        var query = query(new Filters(session).ofList(kind, typed));
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

    private String query(Map<String, List<String>> filters) {
        var said = new LinkedHashMap<>(filters);
        if (typed.is("all")) said.putIfAbsent("size", List.of(MOST));
        return said.entrySet().stream()
                .map(one -> one.getKey() + "=" + Targets.encoded(one.getValue().getFirst()))
                .collect(Collectors.joining("&"));
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

    private void show(Kind kind, List<String> words) {
        if (kind.in().isEmpty()) Known.only(typed, session.t(), "json");
        else Known.only(typed, session.t(), "json", "in");
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

    private void events(List<String> words) {
        Known.only(typed, session.t(), "json", "after", "size");
        Known.atMost(0, words, session.t());
        var said = Stream.of("after", "size")
                .flatMap(name -> typed.value(name).stream().map(value -> name + "=" + Targets.encoded(value)))
                .collect(Collectors.joining("&"));
        var body = session.panel().get("/events" + (said.isEmpty() ? "" : "?" + said));
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
