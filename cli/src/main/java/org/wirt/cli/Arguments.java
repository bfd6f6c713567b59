package org.wirt.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What was typed, told apart: words, switches, and options with their values. `--name=value` is the same as `--name
/// value`, and `--` ends the options.
final class Arguments {

    /// Options of every command that take no value.
    static final Set<String> SWITCHES = Set.of("preview", "json", "no-wait", "yes", "all", "help");

    /// Options of every command that take one.
    static final Set<String> COMMON = Set.of("url", "ca", "token-file", "filter", "in");

    private static final String URL = "url";

    /// Kinds of objects that have an address themselves. Behind such a word it is theirs, before it the panel's: nobody
    /// else is to be shown a token.
    private static final Set<String> WITH_ADDRESS = Set.of("web-hook");

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    /// Addresses before the first word.
    private final List<String> before = new ArrayList<>();

    private Arguments() {}

    /// @param isSwitch whether an option stands alone
    /// @throws Failure where an option lacks its value
    static Arguments of(List<String> typed, Predicate<String> isSwitch, Texts t) {
        var read = new Arguments();
        for (int i = 0; i < typed.size(); i++) {
            var one = typed.get(i);
            if (one.equals("--")) {
                read.words.addAll(typed.subList(i + 1, typed.size()));
                return read;
            }
            if (!one.startsWith("--")) {
                read.words.add(one);
                continue;
            }
            int equals = one.indexOf('=');
            var name = equals < 0 ? one.substring(2) : one.substring(2, equals);
            if (equals >= 0) read.add(name, one.substring(equals + 1));
            else if (SWITCHES.contains(name) || isSwitch.test(name)) read.add(name, "true");
            else if (i + 1 < typed.size()) read.add(name, typed.get(++i));
            else throw new Failure(ExitCodes.USAGE, t.of("value-missing", "--" + name));
        }
        return read;
    }

    /// As far as can be told before it is known which options of a verb stand alone: an option at the end may lack its
    /// value.
    static Arguments loosely(List<String> typed, Texts t) {
        boolean open = !typed.isEmpty()
                && typed.getLast().startsWith("--")
                && !typed.getLast().contains("=")
                && !typed.contains("--");
        return of(typed, name -> open && typed.getLast().equals("--" + name), t);
    }

    private void add(String name, String value) {
        if (name.equals(URL) && words.isEmpty()) before.add(value);
        options.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    List<String> words() {
        return Collections.unmodifiableList(words);
    }

    boolean is(String name) {
        return value(name).filter(value -> !value.equals("false")).isPresent();
    }

    Optional<String> value(String name) {
        return values(name).isEmpty()
                ? Optional.empty()
                : Optional.of(values(name).getLast());
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
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
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
