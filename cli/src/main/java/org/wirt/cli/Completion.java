package org.wirt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What can come next, for a shell that asks at each press of its key.
final class Completion {

    static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private static final List<String> LOCAL = List.of("job", "event", "login", "help", "completion", "plesk", "bin");

    private Completion() {}

    /// A script that a shell reads at its start.
    static String script(String shell) {
        return switch (shell) {
            case "bash" -> """
                _wirt() {
                    local IFS=$'\\n'
                    COMPREPLY=($(wirt complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
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

    /// @param words as far as typed, the last one unfinished or empty
    static List<String> next(Catalogue catalogue, List<String> words) {
        var last = words.isEmpty() ? "" : words.getLast();
        var before = new ArrayList<>(words.isEmpty() ? words : words.subList(0, words.size() - 1));
        before.removeIf(word -> word.startsWith("-"));
        return candidates(catalogue, before, last.startsWith("-"))
                .filter(word -> word.startsWith(last))
                .sorted()
                .distinct()
                .toList();
    }

    private static Stream<String> candidates(Catalogue catalogue, List<String> before, boolean option) {
        if (before.isEmpty()) return Stream.concat(Main.words(catalogue).stream(), LOCAL.stream());
        var kind = before.getFirst();
        if (kind.equals("completion")) return SHELLS.stream();
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
