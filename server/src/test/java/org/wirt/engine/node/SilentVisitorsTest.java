package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.database.Command;

/// Who connects and says nothing keeps nobody else out: one address gets so many connections and no more, and none
/// for ever. With ten thousand of them: bench/node/silent.py.
@Timeout(60)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class SilentVisitorsTest implements OnNode {

    private static final NodePorts PORTS = RunningNode.SETTINGS.ports();
    private static final Path HOME = RunningNode.SETTINGS.home();
    private static final String CROWD = "127.0.0.77", SOMEBODY = "127.0.0.78", RUSHING = "127.0.0.79";
    private static final int MAIL = 20, FTP = 50, MORE_THAN_CAN_COME = 2000, AT_ONCE = 400, AS_IN_A_HURRY = 10;

    @Test
    void mailFromOneAddressLeavesRoomForOthers() throws IOException {
        onlySoMany(PORTS.smtp(), MAIL, "421 4.7.0");
        soon(() -> Files.readString(HOME.resolve("mail/postfix.log"))
                .contains("Connection concurrency limit exceeded: " + (MAIL + 1) + " from "));
    }

    @Test
    void ftpFromOneAddressLeavesRoomForOthers() throws IOException {
        onlySoMany(PORTS.ftp(), FTP, "530 Too many connections from your address (at most " + FTP + ")");
        soon(() -> Files.readString(HOME.resolve("ftp/error.log")).contains("MaxConnectionsPerHost " + FTP));
    }

    @Test
    void whoOpensConnectionsTooFastIsHeldOffAndOthersAreServed() throws Exception {
        var rushing = new ArrayList<Socket>();
        try {
            while (tries(PORTS.ftp(), rushing)) assertThat(rushing).hasSizeLessThan(MORE_THAN_CAN_COME);
            assertThat(rushing).hasSizeGreaterThan(AS_IN_A_HURRY);
            try (var other = connect(SOMEBODY, PORTS.ftp())) {
                assertThat(greeting(other)).startsWith("220");
            }
            assertThat(Brake.of(RunningNode.SETTINGS).heldOff())
                    .contains(RUSHING)
                    .doesNotContain(SOMEBODY);
        } finally {
            for (var one : rushing) one.close();
        }
    }

    /// @return whether the kernel has let it through at once
    private static boolean tries(Port port, List<Socket> rushing) throws IOException {
        var socket = new Socket();
        rushing.add(socket);
        socket.bind(new InetSocketAddress(RUSHING, 0));
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), AT_ONCE);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /// By somebody who flushes all rules of the machine, or those of all tables. The agent does it too, twice a minute.
    @Test
    void aBrakeThatIsTakenAwayIsAppliedAgain() throws Exception {
        var brake = Brake.of(RunningNode.SETTINGS);
        brake.release();
        brake.heldOff();
        assertThat(brake.isApplied()).isTrue();
        for (var table :
                Command.of("nft", "list", "tables", "inet").run().lines().toList())
            if (table.contains(" wirt_"))
                Command.of(
                                "nft",
                                "flush",
                                "table",
                                "inet",
                                table.substring(table.indexOf("wirt_")).strip())
                        .run();
        brake.heldOff();
        assertThat(brake.isApplied()).isTrue();
    }

    private static void onlySoMany(Port port, int count, String refusal) throws IOException {
        var inside = new ArrayList<Socket>();
        try {
            for (int i = 0; i < count; i++) inside.add(connect(CROWD, port));
            for (var one : inside) assertThat(greeting(one)).startsWith("220");
            try (var oneMore = connect(CROWD, port);
                    var other = connect(SOMEBODY, port)) {
                assertThat(greeting(oneMore)).contains(refusal);
                assertThat(greeting(other)).startsWith("220");
            }
        } finally {
            for (var one : inside) one.close();
        }
    }

    private static Socket connect(String from, Port port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port.number(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String greeting(Socket socket) throws IOException {
        var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
        return new BufferedReader(in).readLine();
    }

    /// As the servers themselves understand their settings: to wait for it would take minutes.
    @Test
    void nobodyStaysForEverWithoutAWord() throws IOException {
        assertThat(nginx())
                .contains("client_header_timeout 10s;", "client_body_timeout 30s;", "keepalive_timeout 30s;");
        assertThat(postconf("smtpd_timeout")).isEqualTo("60s");
        assertThat(Files.readString(HOME.resolve("ftp/proftpd.conf"))).contains("TimeoutLogin 60\n");
    }

    @Test
    void thereIsRoomForTenThousand() throws IOException {
        assertThat(nginx()).contains("worker_connections 16384;", "worker_rlimit_nofile 32768;");
        assertThat(doveconf("service/imap-login/process_limit")).isEqualTo("10");
        assertThat(doveconf("service/imap-login/client_limit")).isEqualTo("2000");
    }

    private static String nginx() throws IOException {
        return Command.of(
                        "nginx",
                        "-T",
                        "-q",
                        "-c",
                        HOME.resolve("web/nginx.conf").toString())
                .run();
    }

    private static String postconf(String name) throws IOException {
        return Command.of("postconf", "-c", HOME.resolve("mail/settings").toString(), "-x", "-h", name)
                .run()
                .strip();
    }

    private static String doveconf(String name) throws IOException {
        return Command.of(
                        "doveconf", "-c", HOME.resolve("mailboxes/dovecot.conf").toString(), "-h", name)
                .run()
                .strip();
    }
}
