package org.wirt.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// `wirt import plesk`: takes over what a running panel has that speaks Plesk's XML API. `--url` and `--ca` are the
/// other panel's here; ours is that of the last login, or of the variables.
record ImportWord(Surroundings around, Arguments typed, Texts t) {

    private static final List<String> OPTIONS =
            List.of("login", "password-file", "password-env", "key-file", "key-env", "report", "passwords", "dry-run");

    /// So many are told at a terminal; the others stand in the report.
    private static final int MOST = 40;

    int run() {
        if (typed.words().size() != 2 || !typed.words().getLast().equals("plesk"))
            throw new Failure(ExitCodes.USAGE, t.of("import-usage"));
        for (var option : typed.own().keySet()) refuseUnknown(option);
        if (typed.value("token-file").isPresent()) refuseUnknown("token-file");
        Known.besides(typed, t, "json", "preview");
        var url = typed.value("url").orElseThrow(() -> new Failure(ExitCodes.USAGE, t.of("import-usage")));
        var there = new Packets(
                Credentials.address(url, t), sender(), typed.value("ca").orElse(""), t);
        var ours = Credentials.of(Arguments.of(List.of(), _ -> false, t), around, t);
        if (ours.token().isEmpty()) throw new Failure(ExitCodes.USAGE, t.of("import-no-token"));
        var here = new Packets(ours.url(), Map.of("KEY", ours.token()), ours.ca(), t);
        boolean dry = typed.is("dry-run") || typed.is("preview");
        try (var passwords = passwords(dry);
                var report = report()) {
            return importing(there, here, dry, passwords, report);
        } catch (UncheckedIOException | IOException _) {
            throw new Failure(
                    ExitCodes.CANNOT_READ,
                    t.of("file-unwritable", typed.value("report").orElse("")));
        }
    }

    private void refuseUnknown(String option) {
        if (option.equals("password") || option.equals("key"))
            throw new Failure(ExitCodes.USAGE, t.of("secret-typed", "--" + option));
        if (!OPTIONS.contains(option)) throw new Failure(ExitCodes.USAGE, t.of("option-unknown", "--" + option));
    }

    private int importing(Packets there, Packets here, boolean dry, NewPasswords passwords, Writer report) {
        var seen = new AtomicInteger();
        var taken = new Taken(row -> told(row, seen.incrementAndGet(), report));
        try {
            new Importing(new Crossing(there, here, dry, t, passwords, taken)).run();
        } catch (Failure failure) {
            // What is done is done, and told.
            if (taken.count() == 0) throw failure;
            if (!typed.is("json")) summary(taken);
            throw new Failure(failure.code(), failure.sentence() + " " + t.of("import-again"));
        } finally {
            if (around.isWatched() && taken.count() > 0) around.err().println();
        }
        if (!typed.is("json")) {
            summary(taken);
            around.out().println();
            around.out().println(last(dry));
        }
        return taken.troubled().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_REFUSED;
    }

    private String last(boolean dry) {
        if (dry) return t.of("import-dry");
        return typed.value("passwords")
                .map(file -> t.of("import-passwords-in", file))
                .orElseGet(() -> t.of("import-passwords"));
    }

    /// By key, or by login and password: as their panel wants it.
    private Map<String, String> sender() {
        if (typed.value("key-file").isPresent() || typed.value("key-env").isPresent())
            return Map.of("KEY", secret("key", ""));
        var login = typed.value("login").orElse("admin");
        return Map.of(
                "HTTP_AUTH_LOGIN", login, "HTTP_AUTH_PASSWD", secret("password", t.of("import-password-of", login)));
    }

    private String secret(String name, String question) {
        return typed.value(name + "-file")
                .map(file -> Secrets.file(file, around, t))
                .or(() -> typed.value(name + "-env").map(variable -> Secrets.variable(variable, around, t)))
                .orElseGet(() -> Secrets.ask(question, around, t));
    }

    private NewPasswords passwords(boolean dry) {
        return typed.value("passwords")
                .filter(_ -> !dry)
                .map(file -> NewPasswords.in(file, t))
                .orElseGet(NewPasswords::nowhere);
    }

    private Writer report() throws IOException {
        Optional<String> file = typed.value("report");
        if (file.isEmpty()) return Writer.nullWriter();
        try {
            var report = Files.newBufferedWriter(Path.of(file.get()), StandardCharsets.UTF_8);
            report.write(Csv.line("kind", "source", "guid", "name", "target", "outcome", "why"));
            return report;
        } catch (IOException _) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-unwritable", file.get()));
        }
    }

    /// At once, so that a run which ends in the middle has told what it did.
    private void told(Taken.Row row, int seen, Writer report) {
        var all = written(row);
        try {
            report.write(Csv.line(all.values().toArray(String[]::new)));
            report.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (typed.is("json")) around.out().println(Json.write(all));
        else if (around.isWatched()) {
            around.err().print("\r" + t.of("import-progress", seen));
            around.err().flush();
        }
    }

    private static Map<String, String> written(Taken.Row row) {
        var all = new LinkedHashMap<String, String>();
        all.put("kind", row.kind());
        all.put("source", row.source());
        all.put("guid", row.guid());
        all.put("name", row.name());
        all.put("target", row.target());
        all.put("outcome", row.outcome().name().toLowerCase(Locale.ROOT));
        all.put("why", row.why());
        return all;
    }

    private void summary(Taken taken) {
        boolean dry = typed.is("dry-run") || typed.is("preview");
        var table = table("kind", dry ? "would-be-taken" : "taken", "there", "not-taken");
        taken.counts()
                .forEach((kind, counts) -> table.add(List.of(
                        t.of("import-kind." + kind),
                        count(counts, Taken.Outcome.TAKEN),
                        count(counts, Taken.Outcome.THERE),
                        count(counts, Taken.Outcome.NOT))));
        print(table);
        if (taken.troubled().isEmpty()) return;
        around.out().println();
        // Not as a table: whoever reads it needs each sentence to its end.
        around.out().println(t.of("import-not-taken"));
        taken.troubled().stream()
                .limit(MOST)
                .map(row -> t.of("import-kind." + row.kind()) + " " + row.name() + ": " + row.why())
                .forEach(line -> around.out().println("- " + Table.line(line)));
        int more = taken.troubled().size() - MOST;
        if (more > 0) around.out().println(t.of("import-more", more));
    }

    private Table table(String... heads) {
        return new Table(Stream.of(heads).map(head -> t.of("column." + head)).toList());
    }

    private void print(Table table) {
        table.lines(around.isRead() ? around.width() : 0).forEach(around.out()::println);
    }

    private static String count(Map<Taken.Outcome, Integer> counts, Taken.Outcome outcome) {
        return String.valueOf(counts.getOrDefault(outcome, 0));
    }
}
