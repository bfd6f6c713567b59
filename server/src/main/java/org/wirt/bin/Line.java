package org.wirt.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            options.put(name, words.get(next++));
        }
        return new Line(command, argument, options, environment);
    }

    /// In either of its spellings: with dashes or underscores.
    Optional<String> option(String name) {
        for (var spelling : List.of(name, name.replace('-', '_'), name.replace('_', '-')))
            if (options.containsKey(spelling)) return Optional.ofNullable(options.get(spelling));
        return Optional.empty();
    }

    /// An empty one is in the environment, so that nobody sees it in a list of processes.
    Optional<String> password() {
        return option("passwd")
                .map(typed -> typed.isEmpty() ? environment.getOrDefault(PASSWORD, "") : typed)
                .filter(password -> !password.isEmpty());
    }

    String needed() {
        if (argument.isEmpty()) throw new Failed(1, "--" + command + " needs the name of what it is about.");
        return argument;
    }

    String needed(String option) {
        return option(option)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Failed(1, "Option -" + option + " is required."));
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
