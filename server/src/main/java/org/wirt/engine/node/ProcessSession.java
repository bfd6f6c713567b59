package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.wirt.database.Command;

/// A session (setsid(2)) that the node has begun. Its number is its first process's, and nobody else gets that as long
/// as one of the session is left: what a killed server leaves behind is found by it, and nothing of another node's.
///
/// @param leader number of its first process
/// @param began  when that began, in the kernel's own counting
/// @param world  since when the machine runs and whose numbers these are; in another one they mean nothing
record ProcessSession(long leader, long began, String world) {

    private static final Path PROC = Path.of("/proc");
    private static final int LOOKS = 20;
    private static final long A_MOMENT = 50_000_000;
    /// Of what follows the name in parentheses (proc(5)).
    private static final int STATE = 0;
    private static final int SESSION = 3;
    private static final int BEGAN = 19;

    /// Empty: it has ended already.
    static Optional<ProcessSession> of(long process) throws IOException {
        var here = here();
        return fields(process).map(fields -> new ProcessSession(process, Long.parseLong(fields[BEGAN]), here));
    }

    static Optional<ProcessSession> parse(String text) throws IOException {
        var words = text.strip().split(" ", -1);
        if (words.length != 3 || !words[2].equals(here())) return Optional.empty();
        return Optional.of(new ProcessSession(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]));
    }

    String text() {
        return leader + " " + began + " " + world + "\n";
    }

    private static String here() throws IOException {
        return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip() + "/"
                + Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
    }

    /// Whether its first process still runs.
    boolean isLed() {
        return fields(leader)
                .filter(fields -> Long.parseLong(fields[BEGAN]) == began)
                .isPresent();
    }

    /// Gives them a moment to see by themselves that their server is gone, as Postfix' do after their message; asks
    /// them; ends them.
    void end() throws IOException {
        if (awaited()) return;
        for (var signal : List.of("-TERM", "-KILL")) {
            var words = new ArrayList<>(List.of("kill", signal));
            for (var process : members()) words.add(Long.toString(process));
            // It ends with an error where one of them has ended meanwhile.
            var _ = new Command(words).succeeds();
            if (awaited()) return;
        }
        throw new IOException("Processes do not end: " + members());
    }

    private boolean awaited() throws IOException {
        for (int i = 0; i < LOOKS && !members().isEmpty(); i++) LockSupport.parkNanos(A_MOMENT);
        return members().isEmpty();
    }

    private List<Long> members() throws IOException {
        var taken = fields(leader);
        // A number is given anew only when nobody of its session is left.
        if (taken.isPresent() && !isLed()) return List.of();
        var found = new ArrayList<Long>();
        try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var folder : folders) {
                long process = Long.parseLong(folder.getFileName().toString());
                if (fields(process)
                                .filter(fields -> Long.parseLong(fields[SESSION]) == leader)
                                .isPresent()
                        && process != ProcessHandle.current().pid()) found.add(process);
            }
        }
        return found;
    }

    /// Empty: there is none, or one that has ended and that nobody has asked about yet.
    private static Optional<String[]> fields(long process) {
        try {
            var stat =
                    Files.readString(PROC.resolve(Long.toString(process)).resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].equals("Z") || fields[STATE].equals("X") ? Optional.empty() : Optional.of(fields);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
