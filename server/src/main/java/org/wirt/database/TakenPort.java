package org.wirt.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A port that another program already listens on, found before anything is started.
public final class TakenPort {

    private TakenPort() {}

    /// Any port of the loopback address that nobody uses.
    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// @param setting the name of the setting that changes the port
    /// @throws StartRefused when the port cannot be listened on; never for port 0
    public static void refuse(String bind, int port, String setting) {
        if (port == 0) return;
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(bind))) {
            // Closed at once: only the attempt matters. A port in TIME_WAIT counts as free, as it does for the servers.
        } catch (IOException e) {
            throw new StartRefused("Port " + port + " on " + bind + " cannot be used (" + e.getMessage() + "); set "
                    + setting + " to another one");
        }
    }
}
