package org.wirt.engine.node;

import java.nio.file.Path;
import org.wirt.database.Home;
import org.wirt.database.Settings;

/// Where a hosting node keeps its things and which one it is.
///
/// @param id      its number at the panel (`WIRT_NODE_ID`)
/// @param home    its database and settings (`WIRT_NODE_HOME`)
/// @param sockets where its servers meet its database (`WIRT_NODE_RUN`)
/// @param hosting where customers' files lie (`WIRT_HOSTING`)
/// @param http    where its web server listens (`WIRT_NODE_HTTP_PORT`)
record NodeSettings(long id, Path home, Path sockets, Path hosting, int http) {

    private static final int HTTP = 80;

    static NodeSettings from(Settings settings) {
        return new NodeSettings(
                settings.number("WIRT_NODE_ID", 1),
                Path.of(settings.text("WIRT_NODE_HOME", "/var/lib/wirt-node")).toAbsolutePath(),
                Path.of(settings.text("WIRT_NODE_RUN", "/run/wirt-node")).toAbsolutePath(),
                Path.of(settings.text("WIRT_HOSTING").orElseGet(() -> Home.from(settings) + "/hosting"))
                        .toAbsolutePath(),
                settings.port("WIRT_NODE_HTTP_PORT", HTTP));
    }

    WebServer web() {
        return new WebServer(home.resolve("web"), sockets, http);
    }

    NodeDatabase database() {
        return new NodeDatabase(postgres(), id);
    }

    NodePostgres postgres() {
        return new NodePostgres(home, sockets);
    }
}
