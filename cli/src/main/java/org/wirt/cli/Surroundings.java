package org.wirt.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a command finds around it: variables, streams, and whether people sit at them.
///
/// @param terminals which of the streams 0, 1 and 2 are terminals, e.g. `012`; told by the launcher, because Java
/// cannot
/// @param width     of the terminal, in characters
record Surroundings(
        Map<String, String> variables, InputStream in, PrintStream out, PrintStream err, String terminals, int width) {

    private static final int USUAL_WIDTH = 120;

    static Surroundings of(
            Map<String, String> variables, InputStream in, PrintStream out, PrintStream err, String terminals) {
        return new Surroundings(variables, in, out, err, terminals, width(variables.getOrDefault("COLUMNS", "")));
    }

    private static int width(String columns) {
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /// A variable that is set and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// Whether somebody can be asked: he types here and reads the question.
    boolean canAsk() {
        return terminals.contains("0") && terminals.contains("2");
    }

    boolean isRead() {
        return terminals.contains("1");
    }

    /// Whether a line may be written over: a person looks on who has nothing against escape codes.
    boolean isWatched() {
        return terminals.contains("2")
                && variable("NO_COLOR").isEmpty()
                && !variables.getOrDefault("TERM", "").equals("dumb");
    }

    /// A folder of the caller's own, where his system wants it.
    Path folder(String variable, String usual) {
        return variable(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(variables.getOrDefault("HOME", ".")).resolve(usual))
                .resolve("wirt");
    }
}
