package org.wirt.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of the operating system, started with a list of words (never through a shell) and waited for.
public record Command(List<String> words) {

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /// Ended by the system after so many seconds, whatever it is doing then (timeout(1) of coreutils).
    public Command within(int seconds) {
        var all = new ArrayList<>(List.of("timeout", "-s", "KILL", Integer.toString(seconds)));
        all.addAll(words);
        return new Command(all);
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

    /// For a program that leaves a server behind: that one would hold the line open on which its words are awaited.
    ///
    /// @param words where it writes to
    /// @throws IOException with what is there, when it failed
    public void launch(Path words) throws IOException {
        var process = new ProcessBuilder(this.words)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        var status = exitOf(process);
        if (status != 0)
            throw new IOException(this.words.getFirst() + " ended with " + status + ": "
                    + Files.readString(words).strip());
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
