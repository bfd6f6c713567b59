package org.wirt.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program of the operating system, started with a list of words (never through a shell) and waited for.
public record Command(List<String> words) {

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    public boolean succeeds() {
        try {
            run();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// @return what it printed
    /// @throws IOException with that, when it failed
    public String run() throws IOException {
        return run("");
    }

    /// @param input what it reads
    /// @return what it printed
    /// @throws IOException with that, when it failed
    public String run(String input) throws IOException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var reader = process.getOutputStream()) {
            reader.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var status = exitOf(process);
        if (status != 0) throw new IOException(words.getFirst() + " ended with " + status + ": " + output.strip());
        return output;
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a program", e);
        }
    }
}
