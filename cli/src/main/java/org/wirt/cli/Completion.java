package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can come next, for a shell that asks at each press of its key.
final class Completion {

    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private static final List<String> LOCAL = List.of("job", "event", "login", "help", "completion", "plesk", "bin");

    /// Words that open one of a kind by its name without being a verb.
    private static final String SHOW = "show";

    private static final String LIST = "list";

    private Completion() {}

    /// A script that a shell reads at its start.
    static String script(String shell) {
        return switch (shell) {
            case "bash" -> """
                _wirt() {
                    local IFS=$'\\n'
                    COMPREPLY=($(wirt complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null |
                        while read -r said; do printf '%q\\n' "$said"; done))
                    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
                }
                complete -o default -F _wirt wirt""";
            case "zsh" -> """
                #compdef wirt
                _wirt() {
                    local -a said
                    said=(${(f)"$(wirt complete -- "${(@)words[2,$CURRENT]}" 2>/dev/null)"})
                    compadd -- $said
                }
                compdef _wirt wirt""";
            default -> "complete -c wirt -f -a '(wirt complete -- (commandline -opc)[2..] (commandline -ct))'";
        };
    }

    /// @param panel where it is asked; absent: nobody can be asked
    /// @param words as far as typed, the last one unfinished or empty
    static List<String> next(Catalogue catalogue, Optional<Suggestions> panel, List<String> words) {
        var typed = joined(words);
        var last = typed.isEmpty() ? "" : typed.getLast();
        // What a shell takes for a word of its own before the last, it has written already.
        var written = words.size() == typed.size() ? "" : last.substring(0, last.indexOf('=') + 1);
        var before = new ArrayList<>(typed.isEmpty() ? typed : typed.subList(0, typed.size() - 1));
        var option = before.isEmpty() || standsAlone(before.getLast()) ? "" : before.getLast();
        before.removeIf(word -> word.startsWith("-"));
        var asked = panel.stream().flatMap(one -> asked(catalogue, one, before, option, last));
        return Stream.concat(candidates(catalogue, before, last.startsWith("-")), asked)
                .filter(word -> word.startsWith(last))
                .map(word -> word.substring(written.length()))
                .sorted()
                .distinct()
                .toList();
    }

    /// To bash the sign in `status=active` is a word of its own.
    private static List<String> joined(List<String> words) {
        int sign = words.lastIndexOf("=");
        if (sign < 1 || sign < words.size() - 2) return words;
        var joined = new ArrayList<>(words.subList(0, sign - 1));
        joined.add(String.join("", words.subList(sign - 1, words.size())));
        return joined;
    }

    private static boolean standsAlone(String option) {
        return option.startsWith("--") && Arguments.SWITCHES.contains(option.substring(2));
    }

    private static Stream<String> asked(
            Catalogue catalogue, Suggestions panel, List<String> before, String option, String last) {
        if (before.size() < 2) return Stream.of();
        var known = Kind.of(before.getFirst());
        if (known.isEmpty()) return Stream.of();
        var kind = known.get();
        var word = before.get(1);
        boolean listed = word.equals(LIST);
        if (last.startsWith("-")) return listed ? panel.filters(kind).map(name -> "--" + name) : Stream.of();
        if (option.equals("--filter")) return panel.filtered(kind, last);
        if (option.startsWith("--")) {
            var name = option.substring(2);
            return listed ? panel.words(kind, name) : panel.values(name, last);
        }
        if (listed) return kind.in().stream().flatMap(parent -> panel.names(parent, last));
        var verb = catalogue.verb(before.getFirst(), word);
        if (verb.filter(Catalogue.Verb::makes).isPresent())
            return Kind.parents(kind.word()).stream().flatMap(parent -> panel.names(parent, last));
        return word.equals(SHOW) || verb.isPresent() ? panel.names(kind.word(), last) : Stream.of();
    }

    private static Stream<String> candidates(Catalogue catalogue, List<String> before, boolean option) {
        if (before.isEmpty()) return Stream.concat(Main.words(catalogue).stream(), LOCAL.stream());
        var kind = before.getFirst();
        if (kind.equals("completion")) return SHELLS.stream();
        // Its words are not ours.
        if (Dialect.is(kind)) return Stream.of();
        if (kind.equals("job")) return before.size() == 1 ? JobWords.WORDS.stream() : Stream.of();
        if (kind.equals("help")) return candidates(catalogue, before.subList(1, before.size()), false);
        if (before.size() == 1) return Main.words(catalogue, kind).stream();
        if (!option) return Stream.of();
        var common = Stream.concat(Arguments.SWITCHES.stream(), Arguments.COMMON.stream());
        var own = catalogue.verb(kind, before.get(1)).stream()
                .flatMap(verb -> verb.inputs().stream())
                .flatMap(field -> field.secret()
                        ? Stream.of(field.option() + "-file", field.option() + "-env")
                        : Stream.of(field.option()));
        return Stream.concat(common, own).map(name -> "--" + name);
    }
}
