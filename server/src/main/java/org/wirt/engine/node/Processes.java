package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirt.database.Command;

/// The processes that run under the Unix numbers of subscriptions: scripts, and whatever they have started.
final class Processes {

    /// Where the numbers of subscriptions begin (`wirt.unix_uid`).
    static final int FIRST = 100_000;

    private static final Path PROC = Path.of("/proc");
    private static final String UID = "Uid:\t";
    /// Nobody has asked yet what became of it.
    private static final String ENDED = "State:\tZ";

    private static final int PATIENCE_SECONDS = 5;

    private Processes() {}

    /// By the number they were started under. A server that puts on a customer's number for a moment keeps its own.
    static Map<Integer, List<ProcessHandle>> byUid() throws IOException {
        var found = new HashMap<Integer, List<ProcessHandle>>();
        try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var folder : folders) {
                int uid = uid(folder);
                if (uid < FIRST) continue;
                ProcessHandle.of(Long.parseLong(folder.getFileName().toString()))
                        .ifPresent(process -> found.computeIfAbsent(uid, _ -> new ArrayList<>())
                                .add(process));
            }
        }
        return found;
    }

    /// Whether it waits for requests, or serves one: a script's own processes are not started by PHP's master.
    static boolean isStartedByPhp(ProcessHandle process) {
        return isStartedBy(process, "php-fpm: master");
    }

    /// Whether a server keeps it for somebody who is signed in.
    static boolean isSession(ProcessHandle process) {
        return isStartedBy(process, "proftpd: ") || isStartedBy(process, "/usr/sbin/dovecot");
    }

    /// Whether an agent works with it under the customer's number, or it was started by what does. What a customer has
    /// left behind is nobody's child, or the first process's.
    static boolean isAgents(ProcessHandle process) {
        var above = process.parent();
        while (above.isPresent() && uid(PROC.resolve(Long.toString(above.get().pid()))) >= FIRST)
            above = above.get().parent();
        return above.filter(parent -> isRoots(PROC.resolve(Long.toString(parent.pid()))))
                .map(parent -> words(parent).contains("org.wirt.engine.Node\0agent"))
                .orElse(false);
    }

    /// What a process says of itself may be anything; that it is root's may not.
    private static boolean isStartedBy(ProcessHandle process, String server) {
        return process.parent()
                .filter(parent -> isRoots(PROC.resolve(Long.toString(parent.pid()))))
                .map(parent -> words(parent).startsWith(server))
                .orElse(false);
    }

    private static boolean isRoots(Path folder) {
        try {
            return Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1)
                    .contains(UID + "0\t");
        } catch (IOException _) {
            return false;
        }
    }

    /// Everything that runs under a number, in one go and without looking: kill(2) of -1, said by somebody who is that
    /// number and has no other right.
    static void endAll(int uid) throws IOException {
        // It ends with an error where there is nobody left.
        var _ = new Command(NodeHomes.under(uid, "/bin/kill", "-KILL", "-1"))
                .within(PATIENCE_SECONDS)
                .succeeds();
    }

    private static String words(ProcessHandle process) {
        try {
            return Files.readString(
                    PROC.resolve(Long.toString(process.pid())).resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private static int uid(Path folder) {
        try {
            var status = Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1);
            if (status.contains(ENDED)) return 0;
            int from = status.indexOf(UID) + UID.length();
            return Integer.parseInt(status.substring(from, status.indexOf('\t', from)));
        } catch (IOException | RuntimeException _) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
