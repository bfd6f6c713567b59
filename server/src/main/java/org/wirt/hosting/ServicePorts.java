package org.wirt.hosting;

import org.wirt.database.Settings;

/// Where customers reach the servers, as they are told; the same settings the servers listen by.
public record ServicePorts(int web, int ftp, int sftp, int smtp, int submission, int imap) {

    public static ServicePorts from(Settings settings) {
        return new ServicePorts(
                settings.port("WIRT_WEB_PORT", 8080),
                settings.port("WIRT_FTP_PORT", 2121),
                settings.port("WIRT_SFTP_PORT", 2222),
                settings.port("WIRT_SMTP_PORT", 2525),
                settings.port("WIRT_SUBMISSION_PORT", 2587),
                settings.port("WIRT_IMAP_PORT", 2143));
    }

    /// The address of a site in a browser.
    public String site(String host) {
        return "http://" + host + (web == 80 ? "" : ":" + web) + "/";
    }
}
