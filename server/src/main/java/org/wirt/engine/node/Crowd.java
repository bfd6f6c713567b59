package org.wirt.engine.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirt.hosting.Service;

/// A door of a server that lets in so many at once.
///
/// @param service what is given behind it
/// @param ports   where it is
/// @param room    connections that it holds at most
record Crowd(Service service, List<Port> ports, int room) {

    static final String NEARLY_FULL = "nearly all connections are taken; who comes now waits or is refused";

    private static final List<Path> LISTS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String OPEN = "01";

    /// Those services of which three quarters of the connections are taken.
    static List<Service> nearlyFull(List<Crowd> all) {
        return nearlyFull(all, open());
    }

    /// @param open connections by the machine's own port
    static List<Service> nearlyFull(List<Crowd> all, Map<Integer, Integer> open) {
        return all.stream()
                .filter(crowd -> crowd.ports().stream()
                                .mapToLong(port -> open.getOrDefault(port.number(), 0))
                                .sum()
                        >= crowd.room() * 3L / 4)
                .map(Crowd::service)
                .distinct()
                .toList();
    }

    /// By the kernel's own list (proc_net_tcp of its documentation), with those that no process has taken yet.
    private static Map<Integer, Integer> open() {
        var open = new HashMap<Integer, Integer>();
        for (var list : LISTS) {
            try (var lines = Files.lines(list)) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+", 5))
                        .filter(fields -> fields[3].equals(OPEN))
                        .forEach(fields -> open.merge(
                                Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16),
                                1,
                                Integer::sum));
            } catch (IOException _) {
                // A machine that does not speak that.
            }
        }
        return open;
    }
}
