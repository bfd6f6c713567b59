package org.wirt.engine.embedded;

import org.wirt.database.StartRefused;

/// Another server's address, written host:port.
public record HostAndPort(String host, int port) {

    private static final int LAST_PORT = 65_535;

    static HostAndPort parse(String text) {
        var colon = text.lastIndexOf(':');
        try {
            var port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= LAST_PORT) return new HostAndPort(text.substring(0, colon), port);
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new StartRefused("WIRT_MAIL_RELAY is not host:port: " + text);
    }
}
