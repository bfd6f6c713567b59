package org.wirt.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirt.value.Network;
import org.wirt.value.WebHookSecret;

/// What receivers may answer that mean no good, byte by byte.
class ReceiversTest {

    /// Writes an answer, until nobody listens any more.
    private interface Answering {
        void to(OutputStream out) throws IOException;
    }

    private final AddressGuard guard =
            new AddressGuard(new WebHookSettings(List.of(new Network("127.0.0.2"))), InetAddress::getAllByName);
    private final Receivers receivers = new Receivers(guard, Clock.systemUTC());
    private final ServerSocket server = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        receivers.destroy();
        guard.destroy();
    }

    private Answer answered(Answering answering) {
        var thread = Thread.ofVirtual().start(() -> {
            try (var connection = server.accept()) {
                var in = connection.getInputStream();
                var asked = new StringBuilder();
                while (asked.indexOf("{}") < 0) asked.append((char) in.read());
                answering.to(connection.getOutputStream());
            } catch (IOException _) {
                // Whoever asked has heard enough.
            }
        });
        var answer = send("127.0.0.2");
        thread.interrupt();
        return answer;
    }

    private Answer send(String host) {
        var to = URI.create("http://" + host + ":" + server.getLocalPort() + "/");
        return receivers.send(new Receivers.Message(to, WebHookSecret.random(), "msg_1", "{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerWithoutEndIsLeftAlone() {
        var answer = answered(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
            while (true) out.write(bytes("ä".repeat(4_096)));
        });
        assertThat(answer.isDelivered()).isTrue();
        assertThat(answer.text()).hasSize(500).startsWith("äää");
    }

    @Test
    void headersWithoutEndAreNoAnswer() {
        var lines = answered(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n"));
            while (true) out.write(bytes("X-More: and more\r\n"));
        });
        assertThat(lines.failure()).contains(Failure.BROKEN_OFF);
        var line = answered(out -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nX-Long: "));
            while (true) out.write(bytes("x".repeat(4_096)));
        });
        assertThat(line.failure()).contains(Failure.BROKEN_OFF);
    }

    @Test
    void aNulInTheAnswerIsLeftOut() {
        var answer = answered(out -> out.write(bytes("HTTP/1.1 400 No\r\nContent-Length: 3\r\n\r\na\0b")));
        assertThat(answer.text()).isEqualTo("ab");
        assertThat(answer.failure()).contains(Failure.REFUSED);
    }

    @Test
    void whatIsNoHttpIsBrokenOff() {
        assertThat(answered(out -> out.write(bytes("220 mail.example ESMTP\r\n")))
                        .failure())
                .contains(Failure.BROKEN_OFF);
        assertThat(answered(_ -> {}).failure()).contains(Failure.BROKEN_OFF);
    }

    @Test
    void whereNobodyListensAndWhereNothingIsSentIsTold() throws IOException {
        assertThat(send("localhost").failure()).contains(Failure.NOT_PUBLIC);
        assertThat(send("127.0.0.1").failure()).contains(Failure.NOT_PUBLIC);
        server.close();
        assertThat(send("127.0.0.2").failure()).contains(Failure.UNREACHABLE);
    }
}
