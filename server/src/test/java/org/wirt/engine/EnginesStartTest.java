package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.wirt.database.TestDatabase;
import org.wirt.engine.embedded.EmbeddedServer;
import org.wirt.engine.embedded.EmbeddedWeb;

/// The servers inside the whole panel.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EnginesStartTest {

    static {
        TestDatabase.usedByThePanel();
    }

    @Autowired
    List<EmbeddedServer> servers;

    @Autowired
    Agent agent;

    @Autowired
    EmbeddedWeb web;

    @LocalServerPort
    int panel;

    @Test
    void everyServerListens() {
        assertThat(servers).allMatch(EmbeddedServer::isRunning).allMatch(server -> server.port() > 0);
        assertThat(agent.isRunning()).isTrue();
    }

    @Test
    void thePanelIsNotOnTheSitesPort() throws IOException {
        assertThat(status(web.port(), "/actuator/health")).contains(" 404 ");
        assertThat(status(web.port(), "/sign-in")).contains(" 404 ");
        assertThat(status(panel, "/actuator/health")).contains(" 200 ");
    }

    private static String status(int port, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
