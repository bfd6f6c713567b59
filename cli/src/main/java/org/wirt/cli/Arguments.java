package org.wirt.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was typed, told apart: words, switches, and options with their values. `--name=value` is the same as `--name
/// value`, and `--` ends the options. What begins with `--` is a value only behind `=`: whoever forgot a value must not
/// lose the option behind it.
final class Arguments {

    /// Options of every command that take no value.
    static final Set<String> SWITCHES = Set.of("preview", "json", "no-wait", "yes", "all", "help");

    /// Options of every command that take one.
    static final Set<String> COMMON = Set.of("url", "ca", "token-file", "filter", "in");

    /// Which panel is asked and by whom, and what there is: said to any command.
    private static final Set<String> EVERYWHERE = Set.of("url", "ca", "token-file", "help");

    private static final String URL = "url";
    private static final String OPTION = "--";

    /// Kinds of objects that have an address themselves. Behind such a word it is theirs, before it the panel's: nobody
    /// else is to be shown a token.
    private static final Set<String> WITH_ADDRESS = Set.of("web-hook");

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    /// Addresses before the first word.
    private final List<String> before = new ArrayList<>();

    private final Texts t;

    private Arguments(Texts t) {
        this.t = t;
    }

    /// @param isSwitch whether an option stands alone
    /// @throws Failure where an option lacks its value
    static Arguments of(List<String> typed, Predicate<String> isSwitch, Texts t) {
        return read(typed, (name, _) -> isSwitch.test(name), t);
    }

    /// As far as can be told before it is known which options of a verb stand alone: one of a verb may lack its value.
    static Arguments loosely(List<String> typed, Texts t) {
        return read(typed, (name, next) -> !COMMON.contains(name) && !isValue(next), t);
    }

    private static boolean isValue(@Nullable String next) {
        return next != null && !next.startsWith(OPTION);
    }

    /// @param isAlone whether an option stands alone, by its name and by what follows
    private static Arguments read(List<String> typed, BiPredicate<String, @Nullable String> isAlone, Texts t) {
        var read = new Arguments(t);
        for (int i = 0; i < typed.size(); i++) {
            var one = typed.get(i);
            if (one.equals(OPTION)) {
                read.words.addAll(typed.subList(i + 1, typed.size()));
                return read;
            }
            if (!one.startsWith(OPTION)) {
                read.words.add(one);
                continue;
            }
            int equals = one.indexOf('=');
            var name = equals < 0 ? one.substring(2) : one.substring(2, equals);
            var next = i + 1 < typed.size() ? typed.get(i + 1) : null;
            if (equals >= 0) read.add(name, one.substring(equals + 1));
            else if (SWITCHES.contains(name) || isAlone.test(name, next)) read.add(name, "true");
            else if (next != null && isValue(next)) {
                read.add(name, next);
                i++;
            } else throw new Failure(ExitCodes.USAGE, t.of(next == null ? "value-missing" : "value-dashed", one));
        }
        return read;
    }

    private void add(String name, String value) {
        if (name.equals(URL) && words.isEmpty()) before.add(value);
        options.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    List<String> words() {
        return Collections.unmodifiableList(words);
    }

    /// Whether a switch is on: it was typed alone, or with a word for yes.
    ///
    /// @throws Failure where its word is neither yes nor no, or both were said
    boolean is(String name) {
        var said =
                values(name).stream().map(word -> isYes(name, word)).distinct().toList();
        if (said.size() > 1) throw twice(name);
        return said.contains(true);
    }

    private boolean isYes(String name, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new Failure(ExitCodes.USAGE, t.of("yes-or-no", OPTION + name, word));
        };
    }

    /// @throws Failure where it was said twice
    Optional<String> value(String name) {
        return only(name, values(name));
    }

    private Optional<String> only(String name, List<String> values) {
        if (values.size() > 1) throw twice(name);
        return values.stream().findFirst();
    }

    private Failure twice(String name) {
        return new Failure(ExitCodes.USAGE, t.of("said-twice", OPTION + name));
    }

    List<String> values(String name) {
        return options.getOrDefault(name, List.of());
    }

    private boolean hasAddress() {
        return !words.isEmpty() && WITH_ADDRESS.contains(words.getFirst());
    }

    /// Which panel is meant, where that was typed.
    Optional<String> panel() {
        if (!hasAddress()) return value(URL);
        return only(URL, before);
    }

    /// Those of the options of every command that mean something to some commands only.
    List<String> common() {
        return options.keySet().stream()
                .filter(name -> SWITCHES.contains(name) || COMMON.contains(name))
                .filter(name -> !EVERYWHERE.contains(name))
                .toList();
    }

    /// The options that are this command's alone.
    Map<String, List<String>> own() {
        var own = new LinkedHashMap<>(options);
        own.keySet().removeAll(SWITCHES);
        own.keySet().removeAll(COMMON);
        var behind = values(URL).subList(before.size(), values(URL).size());
        if (hasAddress() && !behind.isEmpty()) own.put(URL, behind);
        return own;
    }
}
