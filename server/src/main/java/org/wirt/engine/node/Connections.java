package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// This machine's ends of TCP, as the kernel lists them (proc_net_tcp of its documentation).
final class Connections {

    private static final List<Path> LISTS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String OPEN = "01";
    private static final String LISTENING = "0A";

    private Connections() {}

    /// The port of each that is open, also of those that no process has taken yet.
    static List<Integer> open() {
        return ports(OPEN);
    }

    static boolean isListened(int port) {
        return ports(LISTENING).contains(port);
    }

    private static List<Integer> ports(String state) {
        var ports = new ArrayList<Integer>();
        for (var list : LISTS) {
            try (var lines = Files.lines(list)) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+", 5))
                        .filter(fields -> fields[3].equals(state))
                        .forEach(fields ->
                                ports.add(Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16)));
            } catch (IOException _) {
                // A machine that does not speak that.
            }
        }
        return ports;
    }
}
