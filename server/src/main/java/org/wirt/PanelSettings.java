package org.wirt;

import org.wirt.database.Settings;

/// Where the panel's own pages listen.
///
/// @param bind      listen address of everything Wirt serves (`WIRT_BIND`)
/// @param httpPort  `WIRT_HTTP_PORT`
/// @param httpsPort `WIRT_HTTPS_PORT`, with the certificate of the data home
public record PanelSettings(String bind, int httpPort, int httpsPort) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HTTP = 8880;
    private static final int HTTPS = 8443;

    public static PanelSettings from(Settings settings) {
        return new PanelSettings(
                settings.text("WIRT_BIND", LOOPBACK),
                settings.port("WIRT_HTTP_PORT", HTTP),
                settings.port("WIRT_HTTPS_PORT", HTTPS));
    }

    /// The address a person on this machine types.
    public String address(int port) {
        return "http://" + (bind.equals("0.0.0.0") ? LOOPBACK : bind) + ":" + port + "/";
    }
}
