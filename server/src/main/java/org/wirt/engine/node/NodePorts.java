package org.wirt.engine.node;

import java.util.List;
import org.wirt.database.Settings;

/// Where the servers of a node listen: the well-known ports, unless a setting chooses others.
///
/// @param http        web (RFC 9110)
/// @param https       the same, encrypted
/// @param ftp         RFC 959
/// @param sftp        a port of its own: the machine's SSH has 22
/// @param passive     for the data of FTP
/// @param smtp        mail from outside (RFC 5321)
/// @param submission  mail of customers (RFC 6409), encrypted on request
/// @param submissions the same, encrypted from the start (RFC 8314), as are `imaps` and `pop3s`
/// @param sieve       filters (RFC 5804)
/// @param dns         RFC 1035
/// @param move        where other nodes fetch what leaves this one; open only meanwhile
record NodePorts(
        Port http,
        Port https,
        Port ftp,
        Port sftp,
        PortRange passive,
        Port smtp,
        Port submission,
        Port submissions,
        Port imap,
        Port imaps,
        Port pop3,
        Port pop3s,
        Port sieve,
        Port dns,
        Port move) {

    static final String PASSIVE = "WIRT_NODE_FTP_PASSIVE";

    static NodePorts from(Settings settings) {
        return new NodePorts(
                port(settings, "HTTP", 80),
                port(settings, "HTTPS", 443),
                port(settings, "FTP", 21),
                port(settings, "SFTP", 2022),
                PortRange.parse(settings.text(PASSIVE, "50000-50999"), PASSIVE),
                port(settings, "SMTP", 25),
                port(settings, "SUBMISSION", 587),
                port(settings, "SUBMISSIONS", 465),
                port(settings, "IMAP", 143),
                port(settings, "IMAPS", 993),
                port(settings, "POP3", 110),
                port(settings, "POP3S", 995),
                port(settings, "SIEVE", 4190),
                port(settings, "DNS", 53),
                port(settings, "MOVE", 8873));
    }

    private static Port port(Settings settings, String service, int otherwise) {
        var name = "WIRT_NODE_" + service + "_PORT";
        return new Port(settings.port(name, otherwise), name);
    }

    List<Port> all() {
        return List.of(
                http, https, ftp, sftp, smtp, submission, submissions, imap, imaps, pop3, pop3s, sieve, dns, move);
    }
}
