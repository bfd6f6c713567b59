package org.wirt.cli;

import java.util.List;
import java.util.stream.Stream;

/// What a command knows. Whatever else was typed is refused, because nothing would come of it.
final class Known {

    private Known() {}

    /// @throws Failure where an option was typed that is none of these
    static void only(Arguments typed, Texts t, String... options) {
        refuse(Stream.concat(typed.common().stream(), typed.own().keySet().stream()), t, List.of(options));
        check(typed);
    }

    /// The same where the command reads options of its own.
    static void besides(Arguments typed, Texts t, String... options) {
        refuse(typed.common().stream(), t, List.of(options));
        check(typed);
    }

    private static void refuse(Stream<String> said, Texts t, List<String> known) {
        said.filter(option -> !known.contains(option)).findFirst().ifPresent(option -> {
            throw unknown(
                    t,
                    "option-unknown",
                    "--" + option,
                    known.stream().map(one -> "--" + one).toList());
        });
    }

    /// Before anything is done it is clear what each switch says.
    private static void check(Arguments typed) {
        typed.common().stream().filter(Arguments.SWITCHES::contains).forEach(typed::is);
    }

    /// @throws Failure where there are more words than so many
    static void atMost(int most, List<String> words, Texts t) {
        if (words.size() > most) throw new Failure(ExitCodes.USAGE, t.of("too-many-words", words.get(most)));
    }

    /// A word that nobody knows, with the one that was probably meant.
    static Failure unknown(Texts t, String key, String typed, List<String> known) {
        var hint = Kebab.nearest(typed, known)
                .map(near -> " " + t.of("did-you-mean", near))
                .orElse("");
        return new Failure(ExitCodes.USAGE, t.of(key, typed) + hint);
    }
}
