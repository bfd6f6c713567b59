package org.wirt.engine.node;

import org.wirt.database.Settings;

/// Where the servers of a node listen: the well-known ports, unless a setting chooses others.
///
/// @param http    web, RFC 9110
/// @param ftp     RFC 959
/// @param sftp    a port of its own: the machine's SSH has 22
/// @param passive for the data of FTP
record NodePorts(Port http, Port ftp, Port sftp, PortRange passive) {

    private static final String PASSIVE = "WIRT_NODE_FTP_PASSIVE";

    static NodePorts from(Settings settings) {
        return new NodePorts(
                port(settings, "WIRT_NODE_HTTP_PORT", 80),
                port(settings, "WIRT_NODE_FTP_PORT", 21),
                port(settings, "WIRT_NODE_SFTP_PORT", 2022),
                PortRange.parse(settings.text(PASSIVE, "50000-50999"), PASSIVE));
    }

    private static Port port(Settings settings, String name, int otherwise) {
        return new Port(settings.port(name, otherwise), name);
    }
}
