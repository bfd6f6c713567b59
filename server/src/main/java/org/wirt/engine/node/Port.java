package org.wirt.engine.node;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirt.database.Command;

/// A port that a server of the node wants.
///
/// @param variable the setting that chooses another
record Port(int number, String variable) {

    private static final Path IPV6 = Path.of("/proc/net/if_inet6");
    private static final Pattern HOLDER = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

    /// Whether this machine speaks IPv6 at all.
    static boolean hasIpv6() {
        return Files.exists(IPV6);
    }

    /// Whether somebody listens on it. Read from the kernel's own list: to bind it for a moment would be in the way of
    /// who is about to.
    boolean isListened() {
        return Connections.isListened(number);
    }

    /// Why nobody can have it now.
    Optional<String> taken() {
        try (var _ = new ServerSocket(number)) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(isTaken("-Hltnp"));
        }
    }

    /// The same for a server that is also asked in single packets.
    Optional<String> takenForPackets() {
        try (var _ = new DatagramSocket(number)) {
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(isTaken("-Hlunp"));
        }
    }

    private String isTaken(String sockets) {
        return "Port " + number + " is taken" + holder(sockets) + ". Stop that, or set " + variable + ".";
    }

    private String holder(String which) {
        try {
            var sockets = Command.of("ss", which, "sport = :" + number).run();
            var found = HOLDER.matcher(sockets);
            return found.find() ? " by " + found.group(1) + " (process " + found.group(2) + ")" : "";
        } catch (IOException _) {
            return "";
        }
    }
}
