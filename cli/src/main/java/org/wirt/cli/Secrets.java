package org.wirt.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads what nobody may look over the shoulder of: never from the command line, which every user of the machine sees.
final class Secrets {

    private Secrets() {}

    /// The whole of a file without the line break at its end; `-` is what is piped in.
    static String file(String name, Surroundings around, Texts t) {
        try {
            var bytes = name.equals("-") ? around.in().readAllBytes() : Files.readAllBytes(Path.of(name));
            return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\r\n]+$", "");
        } catch (IOException e) {
            throw new Failure(ExitCodes.CANNOT_READ, t.of("file-unreadable", name));
        }
    }

    static String variable(String name, Surroundings around, Texts t) {
        return around.variable(name).orElseThrow(() -> new Failure(ExitCodes.USAGE, t.of("variable-missing", name)));
    }

    /// Asks without showing what is typed. The JDK's plain console, which the launcher wants, is none without a
    /// terminal.
    @SuppressWarnings("SystemConsoleNull")
    static String ask(String question, Surroundings around, Texts t) {
        var console = System.console();
        if (!around.canAsk() || console == null) throw new Failure(ExitCodes.USAGE, t.of("nobody-to-ask", question));
        var typed = console.readPassword("%s: ", question);
        if (typed == null || typed.length == 0) throw new Failure(ExitCodes.USAGE, t.of("nothing-typed"));
        return new String(typed);
    }
}
