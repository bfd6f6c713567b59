package org.wirt.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.wirt.engine.Running;

@Timeout(60)
class RelayTest {

    private static final byte[] LETTER = "Subject: Hallo\r\n\r\nText\r\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void handsOnAndSaysWhatWasRefused() throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        var next = SMTPServer.port(0)
                .messageHandler((_, from, to, data) ->
                        arrived.add(from + " > " + to + ": " + new String(data, StandardCharsets.UTF_8)))
                .build();
        next.start();
        try {
            new Relay(new HostAndPort("127.0.0.1", next.getPortAllocated()))
                    .send("me@here.example", List.of("you@elsewhere.example"), LETTER);
            assertThat(arrived.poll(5, TimeUnit.SECONDS))
                    .startsWith("me@here.example > you@elsewhere.example")
                    .contains("Text");
        } finally {
            next.stop();
        }
    }

    /// A visitor from elsewhere is answered in nobody's name, so that nothing comes back to the mailbox.
    @Test
    void anAnswerLeavesWithoutASender() throws Exception {
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        var next = SMTPServer.port(0)
                .messageHandler((_, from, to, data) ->
                        arrived.add("<" + from + "> " + to + "\n" + new String(data, StandardCharsets.UTF_8)))
                .build();
        next.start();
        var given = Running.customer();
        given.answer("Weg", "Bin weg", false);
        var relay = Optional.of(new Relay(new HostAndPort("127.0.0.1", next.getPortAllocated())));
        var postroom = new Postroom(Running.VIEWS, new MailStore(Clock.systemUTC()), relay);
        var letter = ("Message-ID: <1@elsewhere.example>\r\nTo: " + given.address
                        + "\r\nSubject: Frage\r\n\r\nText\r\n")
                .getBytes(StandardCharsets.UTF_8);
        try {
            postroom.deliver("gast@elsewhere.example", postroom.ready(List.of(given.address), letter), letter);
            assertThat(arrived.poll(5, TimeUnit.SECONDS))
                    .startsWith("<> gast@elsewhere.example\n")
                    .contains(
                            "Auto-Submitted: auto-replied",
                            "In-Reply-To: <1@elsewhere.example>",
                            "From: " + given.address);
        } finally {
            next.stop();
        }
    }

    @Test
    void aRefusalAndASilenceAreToldApart() {
        var refusing = new Relay(new HostAndPort("127.0.0.1", Running.SMTP.port()));
        assertThatThrownBy(() -> refusing.send("me@here.example", List.of("you@elsewhere.example"), LETTER))
                .isInstanceOfSatisfying(
                        RejectException.class, e -> assertThat(e.getCode()).isEqualTo(554));
        var silent = new Relay(new HostAndPort("127.0.0.1", 1));
        assertThatThrownBy(() -> silent.send("me@here.example", List.of("you@elsewhere.example"), LETTER))
                .isInstanceOfSatisfying(
                        RejectException.class, e -> assertThat(e.getCode()).isEqualTo(451));
    }
}
