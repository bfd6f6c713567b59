package org.wirt.engine.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirt.hosting.Service;

/// A door of a server that lets in so many at once.
///
/// @param service what is given behind it
/// @param ports   where it is
/// @param room    connections that it holds at most
/// @param rate    new connections of one address that it can bear each second; zero: any number
record Crowd(Service service, List<Port> ports, int room, int rate) {

    static final String NEARLY_FULL = "nearly all connections are taken; who comes now waits or is refused";

    /// Those services of which three quarters of the connections are taken.
    static List<Service> nearlyFull(List<Crowd> all) {
        var open = new HashMap<Integer, Integer>();
        for (var port : Connections.open()) open.merge(port, 1, Integer::sum);
        return nearlyFull(all, open);
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
}
