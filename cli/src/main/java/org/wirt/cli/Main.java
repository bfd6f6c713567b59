package org.wirt.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The command line: reads the words, and ends with a number of [ExitCodes].
public final class Main {

    private static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(List.of(args), System.getenv(), System.in, out, err, System.getProperty("wirt.terminals", ""));
        out.flush();
        System.exit(code);
    }

    static String version() {
        return VERSION;
    }

    /// One command.
    ///
    /// @param terminals which of the streams 0, 1 and 2 somebody sits at
    /// @return the exit code
    public static int run(
            List<String> typed,
            Map<String, String> variables,
            InputStream in,
            PrintStream out,
            PrintStream err,
            String terminals) {
        var around = Surroundings.of(variables, in, out, err, terminals);
        var t = Texts.of(around);
        try {
            return command(typed, around, t);
        } catch (Failure e) {
            out.flush();
            err.println(e.sentence());
            return e.code();
        } catch (Json.Malformed _) {
            out.flush();
            err.println(t.of("no-answer-of-a-panel"));
            return ExitCodes.FAULT;
        }
    }

    private static int command(List<String> typed, Surroundings around, Texts t) {
        int dialect = dialectAt(typed);
        if (dialect >= 0) {
            var before = typed(typed.subList(0, dialect), t);
            Known.only(before, t);
            return new Dialect(session(before, around, t)).run(typed.subList(dialect + 1, typed.size()));
        }
        if (!typed.isEmpty() && typed.getFirst().equals("complete")) return complete(typed, around, t);
        var first = Arguments.loosely(typed, t);
        var words = first.words();
        var word = words.isEmpty() ? "" : words.getFirst();
        return switch (word) {
            case "", "help", "commands", "version", "completion" -> told(typed, word, around, t);
            case "import" -> new ImportWord(around, Arguments.of(typed, name -> name.equals("dry-run"), t), t).run();
            case "login" -> new LoginWord(around, typed(typed, t), t).run();
            default -> asked(typed, around, t);
        };
    }

    /// What the client tells of itself.
    private static int told(List<String> all, String word, Surroundings around, Texts t) {
        var typed = Arguments.of(all, name -> word.isEmpty() && name.equals("version"), t);
        if (word.isEmpty()) Known.only(typed, t, "version");
        else Known.only(typed, t);
        var words = typed.words();
        if (word.equals("help")) return help(words.subList(1, words.size()), typed, around, t);
        if (word.equals("completion")) return completion(words, around, t);
        Known.atMost(1, words, t);
        return word.equals("version") || typed.is("version")
                ? said(around, "wirt " + VERSION)
                : new HelpWord(around, t).general();
    }

    private static Arguments typed(List<String> typed, Texts t) {
        return Arguments.of(typed, _ -> false, t);
    }

    /// Where the words of the dialect begin, which are not ours to read; -1: nowhere.
    private static int dialectAt(List<String> typed) {
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            if (!word.startsWith("--")) return Dialect.is(word) ? i : -1;
            if (Arguments.COMMON.contains(word.substring(2))) i++;
        }
        return -1;
    }

    private static int said(Surroundings around, String line) {
        around.out().println(line);
        return ExitCodes.DONE;
    }

    private static Session session(Arguments typed, Surroundings around, Texts t) {
        return new Session(around, t, new Panel(Credentials.of(typed, around, t), t));
    }

    private static int help(List<String> words, Arguments typed, Surroundings around, Texts t) {
        Known.atMost(2, words, t);
        var help = new HelpWord(around, t);
        return words.isEmpty() ? help.general() : help.of(session(typed, around, t), words);
    }

    private static int completion(List<String> words, Surroundings around, Texts t) {
        if (words.size() != 2 || !Completion.SHELLS.contains(words.getLast()))
            throw new Failure(ExitCodes.USAGE, t.of("completion-usage", String.join("|", Completion.SHELLS)));
        return said(around, Completion.script(words.getLast()));
    }

    /// Never says what is wrong: a shell shows it in the middle of a line.
    private static int complete(List<String> typed, Surroundings around, Texts t) {
        var words = typed.size() > 1 && typed.get(1).equals("--") ? typed.subList(2, typed.size()) : List.<String>of();
        try {
            var session = session(typed(List.of(), t), around, t);
            var kept = Kept.of(session.panel().credentials(), around, t).fresh();
            var catalogue = kept.map(Catalogue::of).orElseGet(session::catalogue);
            Completion.next(catalogue, Optional.of(new Suggestions(session)), words)
                    .forEach(around.out()::println);
        } catch (Failure _) {
            Completion.next(new Catalogue(List.of()), Optional.empty(), words).forEach(around.out()::println);
        }
        return ExitCodes.DONE;
    }

    private static int asked(List<String> all, Surroundings around, Texts t) {
        var first = Arguments.loosely(all, t);
        var session = session(first, around, t);
        var words = first.words();
        var kind = words.getFirst();
        var word = words.size() > 1 ? words.get(1) : "";
        if (first.is("help")) return new HelpWord(around, t).of(session, words.subList(0, Math.min(2, words.size())));
        if (kind.equals("job")) return new JobWords(session, typed(all, t)).run();
        var seen = kind.equals("event") ? List.of("list") : List.of("list", "show");
        return seen.contains(word) && (Kind.of(kind).isPresent() || kind.equals("event"))
                ? new Lists(session, typed(all, t)).tell(kind, word)
                : deed(all, session, kind, word);
    }

    private static int deed(List<String> all, Session session, String kind, String word) {
        var catalogue = session.catalogue();
        var kinds = words(catalogue);
        if (!kinds.contains(kind)) throw session.unknown("kind-unknown", kind, kinds);
        var verb = catalogue
                .verb(kind, word)
                .orElseThrow(() -> session.unknown("word-unknown", kind + " " + word, prefixed(catalogue, kind)));
        var typed = Arguments.of(
                all,
                option -> verb.input(option).filter(Catalogue.Input::isSwitch).isPresent(),
                session.t());
        return new Deeds(session, typed, verb)
                .run(typed.words().subList(2, typed.words().size()));
    }

    private static List<String> prefixed(Catalogue catalogue, String kind) {
        return words(catalogue, kind).stream().map(word -> kind + " " + word).toList();
    }

    /// The first words there are.
    static List<String> words(Catalogue catalogue) {
        return Stream.concat(catalogue.kinds().stream(), Kind.words().stream())
                .distinct()
                .toList();
    }

    /// The second ones.
    static List<String> words(Catalogue catalogue, String kind) {
        var words = new ArrayList<String>();
        if (Kind.of(kind).isPresent() || kind.equals("event")) words.add("list");
        if (Kind.of(kind).isPresent() && !kind.equals("audit")) words.add("show");
        catalogue.ofKind(kind).forEach(verb -> words.add(verb.word()));
        return words;
    }
}
