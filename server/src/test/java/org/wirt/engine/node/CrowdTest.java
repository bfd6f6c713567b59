package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirt.hosting.Service;

/// When a server's connections are called nearly all taken.
class CrowdTest {

    private static final Port ONE = new Port(21, "ONE");
    private static final Port OTHER = new Port(2022, "OTHER");
    private static final List<Crowd> CROWDS = List.of(
            new Crowd(Service.FTP, List.of(ONE, OTHER), 100, 0),
            new Crowd(Service.IMAP, List.of(new Port(143, "IMAP")), 1000, 0),
            new Crowd(Service.IMAP, List.of(new Port(110, "POP3")), 1000, 0));

    @Test
    void threeQuartersAreACrowdOnAllPortsTogether() {
        assertThat(Crowd.nearlyFull(CROWDS, Map.of(21, 40, 2022, 34))).isEmpty();
        assertThat(Crowd.nearlyFull(CROWDS, Map.of(21, 40, 2022, 35))).containsExactly(Service.FTP);
    }

    @Test
    void eachServiceIsNamedOnce() {
        assertThat(Crowd.nearlyFull(CROWDS, Map.of(143, 900, 110, 900))).containsExactly(Service.IMAP);
    }

    @Test
    void theKernelSaysWhoIsConnected() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var crowd = List.of(new Crowd(Service.WEB, List.of(new Port(server.getLocalPort(), "WEB")), 2, 0));
            assertThat(Crowd.nearlyFull(crowd)).isEmpty();
            try (var _ = new Socket(server.getInetAddress(), server.getLocalPort());
                    var _ = new Socket(server.getInetAddress(), server.getLocalPort())) {
                assertThat(Crowd.nearlyFull(crowd)).containsExactly(Service.WEB);
            }
        }
    }
}
