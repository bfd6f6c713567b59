package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.wirt.dialect.Characters;
import org.wirt.dialect.ErrorNumbers;
import org.wirt.dialect.Failed;

/// A command as it was typed.
///
/// @param command     without its dashes; a single letter where it had one dash
/// @param argument    what it is about; empty: nothing was named
/// @param options     by name, without the dash, in their order
/// @param environment of whoever called
record Line(String command, String argument, Map<String, String> options, Map<String, String> environment) {

    private static final String PASSWORD = "PSA_PASSWORD";

    /// @throws Failed where an option has no value, or one is given that is not known
    static Line of(List<String> words, Map<String, String> environment, Set<String> withoutValue) {
        if (words.isEmpty() || !words.getFirst().startsWith("-"))
            throw new Failed(1, "No command is given; --help lists them.");
        var command = words.getFirst().replaceFirst("^--?", "");
        int next = 1;
        var argument = "";
        if (next < words.size() && !words.get(next).startsWith("-")) argument = words.get(next++);
        var options = new LinkedHashMap<String, String>();
        while (next < words.size()) {
            var word = words.get(next++);
            if (!word.startsWith("-") || word.length() < 2) throw new Failed(1, "Unexpected word: " + word);
            var name = word.replaceFirst("^--?", "");
            if (withoutValue.contains(name)) {
                options.put(name, "true");
                continue;
            }
            if (next >= words.size()) throw new Failed(1, "Option " + word + " has no value.");
            add(options, name, words.get(next++));
        }
        return new Line(command, argument, options, environment);
    }

    /// Said again it must be the same, in whichever spelling.
    private static void add(Map<String, String> options, String name, String value) {
        for (var spelling : spellings(name))
            if (!options.getOrDefault(spelling, value).equals(value))
                throw new Failed(1, "Option -" + name + " is given twice, with different values.");
        options.put(name, value);
    }

    private static List<String> spellings(String name) {
        return List.of(name, name.replace('-', '_'), name.replace('_', '-'));
    }

    /// In either of its spellings: with dashes or underscores.
    Optional<String> option(String name) {
        for (var spelling : spellings(name))
            if (options.containsKey(spelling)) return Optional.ofNullable(options.get(spelling));
        return Optional.empty();
    }

    /// Two options that say the same in different words.
    ///
    /// @param meaning what a value of either comes to
    /// @throws Failed where both are given and mean different things
    void agree(String one, String other, UnaryOperator<String> meaning) {
        var said = Stream.of(one, other)
                .flatMap(name -> option(name).stream())
                .map(meaning)
                .distinct();
        if (said.count() > 1) throw new Failed(1, "The options -" + one + " and -" + other + " contradict each other.");
    }

    /// An empty one is in the environment, so that nobody sees it in a list of processes.
    ///
    /// @throws Failed where it is empty there too
    Optional<String> password() {
        var password = option("passwd").map(typed -> typed.isEmpty() ? environment.getOrDefault(PASSWORD, "") : typed);
        if (password.filter(String::isEmpty).isPresent())
            throw new Failed(1, "The password is empty: -passwd '' takes it from the environment, " + PASSWORD + ".");
        return password;
    }

    /// One line: lists tell a name in each.
    String needed() {
        if (argument.isEmpty()) throw new Failed(1, "--" + command + " needs the name of what it is about.");
        Characters.checkLine("the name", argument);
        return argument;
    }

    String needed(String option) {
        return option(option)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Failed(1, "Option -" + option + " is required."));
    }

    /// When something was made is not for anybody to say.
    void refuseDay() {
        if (option("creation-date").isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "The day of creation cannot be set.");
    }

    boolean isTrue(String option) {
        return option(option).map(Line::bool).orElse(false);
    }

    static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Failed(1, "Neither true nor false: " + text);
        };
    }
}
