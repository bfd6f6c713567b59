package org.wirt.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.commons.net.ftp.FTPClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirt.engine.embedded.EmbeddedFtp;
import org.wirt.engine.embedded.EmbeddedImap;
import org.wirt.engine.embedded.EmbeddedWeb;
import org.wirt.hosting.NodeViews;

/// What billing modules send for each of their actions, packet after packet as they do; and after each a look at the
/// servers that run.
abstract class BillingModuleTest extends BillingTest {

    static final String PASSWORD = "geheim<&5";
    static final int LET_IN = 230;
    static final int REFUSED = 530;

    /// What a package of a billing module grants.
    static final String[] LIMITS = {
        "max_db",
        "0",
        "max_maillists",
        "0",
        "max_box",
        "5",
        "max_traffic",
        "1048576000",
        "disk_space",
        "524288000",
        "max_subdom",
        "3",
        "max_subftp_users",
        "2",
        "max_site",
        "1"
    };

    static final String[] PERMISSIONS = {
        "manage_subdomains",
        "true",
        "manage_dns",
        "true",
        "manage_crontab",
        "false",
        "manage_anonftp",
        "false",
        "manage_sh_access",
        "false",
        "manage_maillists",
        "false",
        "create_domains",
        "true",
        "manage_phosting",
        "false",
        "manage_quota",
        "false",
        "manage_not_chroot_shell",
        "false",
        "manage_domain_aliases",
        "true",
        "manage_subftp",
        "true",
        "manage_spamfilter",
        "false"
    };

    @Autowired
    private EmbeddedWeb web;

    @Autowired
    private EmbeddedFtp ftp;

    @Autowired
    private EmbeddedImap imap;

    @Autowired
    NodeViews views;

    final String host = Given.unique() + ".example";
    final String user = "f" + Given.unique();

    Biller.Answer done(String packet) {
        var answer = biller.ask(packet);
        assertThat(answer.count("//status[text()='error']")).as(answer.text()).isZero();
        return answer;
    }

    /// How the website answers, asked as a browser asks.
    int website() {
        return website(host);
    }

    int website(String host) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int ftpLogin(String password) {
        var client = new FTPClient();
        try {
            client.setControlEncoding(StandardCharsets.UTF_8);
            client.connect("127.0.0.1", ftp.port());
            client.login(user, password);
            int reply = client.getReplyCode();
            client.disconnect();
            return reply;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether the mailbox `info` of the domain opens.
    boolean mailOpens(String password) {
        var properties = new Properties();
        properties.put("mail.imap.starttls.enable", "true");
        properties.put("mail.imap.ssl.trust", "*");
        properties.put("mail.imap.connectiontimeout", "10000");
        properties.put("mail.imap.timeout", "10000");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", imap.port(), "info@" + host, password);
            return store.isConnected();
        } catch (AuthenticationFailedException _) {
            return false;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    void isServed(String password) {
        assertThat(website()).isEqualTo(200);
        assertThat(ftpLogin(password)).isEqualTo(LET_IN);
    }

    void isDark(String password) {
        assertThat(website()).isEqualTo(503);
        assertThat(ftpLogin(password)).isEqualTo(REFUSED);
    }

    void isGone(String password) {
        assertThat(website()).isEqualTo(404);
        assertThat(ftpLogin(password)).isEqualTo(REFUSED);
        assertThat(views.web(host)).isEmpty();
    }

    static String properties(String... pairs) {
        return named("property", pairs);
    }

    static String named(String node, String... pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2)
            text.append("<%1$s><name>%2$s</name><value>%3$s</value></%1$s>".formatted(node, pairs[i], pairs[i + 1]));
        return text.toString();
    }

    static String escaped(String password) {
        return password.replace("&", "&amp;").replace("<", "&lt;");
    }

    String hosting(String password) {
        return "<hosting><vrt_hst>"
                + properties(
                        "ftp_login",
                        user,
                        "ftp_password",
                        escaped(password),
                        "php",
                        "true",
                        "ssl",
                        "true",
                        "cgi",
                        "true")
                + "<ip_address>127.0.0.1</ip_address></vrt_hst></hosting>";
    }

    String webspaceOf(String owner) {
        return "<webspace><add><gen_setup><name>" + host + "</name><owner-login>" + owner
                + "</owner-login><htype>vrt_hst</htype><ip_address>127.0.0.1</ip_address></gen_setup>"
                + hosting(PASSWORD) + "<limits>" + named("limit", LIMITS) + "</limits><permissions>"
                + named("permission", PERMISSIONS) + "</permissions><plan-name>Unlimited</plan-name></add></webspace>";
    }
}
