package org.wirt.notification;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;
import org.wirt.database.Settings;

/// Where readers reach the panel: as the administrator says (`WIRT_PANEL_URL`), else where it listens.
@Component
public class PanelAddress {

    private final Settings settings;
    private final WebServerApplicationContext server;

    PanelAddress(Settings settings, WebServerApplicationContext server) {
        this.settings = settings;
        this.server = server;
    }

    /// Without a slash at its end.
    public String url() {
        var web = server.getWebServer();
        return settings.text("WIRT_PANEL_URL")
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() ->
                        "http://" + settings.text("WIRT_BIND", "127.0.0.1") + ":" + (web == null ? 0 : web.getPort()));
    }

    String host() {
        try {
            var host = URI.create(url()).getHost();
            return host == null ? url() : host;
        } catch (IllegalArgumentException _) {
            return url();
        }
    }
}
