package org.wirt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lines of a result, printed as they come and kept as Markdown.
final class Report {

    private final List<String> lines = new ArrayList<>();

    void say(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void head() {
        say("");
        say("| what | median ms | 95th percentile ms | target ms | limit in the same run ms | ratio to the limit |");
        say("|---|---|---|---|---|---|");
    }

    void row(String what, Times times, String target, Times limit) {
        say("| " + what + " | " + Times.text(times.median()) + " | " + Times.text(times.high()) + " | " + target + " | "
                + Times.text(limit.median()) + " | " + Times.text(times.median() / limit.median()) + " |");
    }

    void row(String what, Times times, String target) {
        say("| " + what + " | " + Times.text(times.median()) + " | " + Times.text(times.high()) + " | " + target
                + " | | |");
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
