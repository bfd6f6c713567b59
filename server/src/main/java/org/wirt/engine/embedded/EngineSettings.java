package org.wirt.engine.embedded;

import java.util.Optional;
import org.wirt.database.Settings;
import org.wirt.hosting.ServicePorts;

/// Where the embedded servers listen. Port 0 is any free port.
///
/// @param bind       listen address (`WIRT_BIND`)
/// @param web        `WIRT_WEB_PORT`
/// @param ftp        `WIRT_FTP_PORT`
/// @param ftpPassive `WIRT_FTP_PASSIVE`, a range such as 30000-30099; 0 is any free ports
/// @param sftp       `WIRT_SFTP_PORT`
/// @param smtp       `WIRT_SMTP_PORT`
/// @param submission `WIRT_SUBMISSION_PORT`
/// @param imap       `WIRT_IMAP_PORT`
/// @param on         whether they listen at all
/// @param relay      `WIRT_MAIL_RELAY`, host:port of the server that takes mail for the rest of the world
public record EngineSettings(
        String bind,
        int web,
        int ftp,
        String ftpPassive,
        int sftp,
        int smtp,
        int submission,
        int imap,
        boolean on,
        Optional<HostAndPort> relay) {

    private static final String FTP_PASSIVE = "30000-30099";

    /// @param on whether they listen at all
    public static EngineSettings from(Settings settings, boolean on) {
        var ports = ServicePorts.from(settings);
        return new EngineSettings(
                settings.text("WIRT_BIND", "127.0.0.1"),
                ports.web(),
                ports.ftp(),
                settings.text("WIRT_FTP_PASSIVE", ports.ftp() == 0 ? "0" : FTP_PASSIVE),
                ports.sftp(),
                ports.smtp(),
                ports.submission(),
                ports.imap(),
                on,
                settings.text("WIRT_MAIL_RELAY").map(HostAndPort::parse));
    }

    /// The address under which this machine reaches its own servers.
    String reachable() {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }
}
