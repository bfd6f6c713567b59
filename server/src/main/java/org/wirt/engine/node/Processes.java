package org.wirt.engine.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The processes that run under the Unix numbers of subscriptions: scripts, and whatever they have started.
final class Processes {

    /// Where the numbers of subscriptions begin (`wirt.unix_uid`).
    static final int FIRST = 100_000;

    private static final Path PROC = Path.of("/proc");
    private static final String UID = "Uid:\t";

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

    private static int uid(Path folder) {
        try {
            var status = Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1);
            int from = status.indexOf(UID) + UID.length();
            return Integer.parseInt(status.substring(from, status.indexOf('\t', from)));
        } catch (IOException | RuntimeException _) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
