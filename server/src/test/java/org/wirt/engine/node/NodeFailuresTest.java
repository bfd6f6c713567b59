package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;

/// What holds on a node while a part of it is broken, and how it comes back.
@Timeout(120)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class NodeFailuresTest implements OnNode {

    private static final int CANNOT_TELL = 2;
    private static final NodePorts PORTS = RunningNode.SETTINGS.ports();

    private final Given given = RunningNode.customer();

    @Test
    void withoutItsAgentNobodyNewComesInAndWhoIsInsideGoesWhenItIsBack() throws IOException {
        try (var client = imap(given)) {
            // Its keeper would start it again.
            try (var _ = RunningNode.SETTINGS.intent().alone()) {
                agent().destroyForcibly();
                await().until(() -> !RunningNode.SETTINGS.agent().isRunning());
                given.suspend(Cause.CUSTOMER);
                try (var other = new Dialogue(PORTS.imap().number())) {
                    other.line();
                    other.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "NO [CONTACTADMIN]");
                }
                client.imap("NOOP", "OK");
            }
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
            await().atMost(Duration.ofSeconds(5)).until(() -> given.ended("IMAP") == 1);
        }
    }

    private static ProcessHandle agent() {
        return new Daemon("The agent", RunningNode.SETTINGS.home().resolve("agent/agent.pid"), "org.wirt.engine.Node")
                .process()
                .orElseThrow();
    }

    @Test
    void withoutTheDatabaseMailIsPutOffAndNobodyIsToldThatHisPasswordIsWrong() throws IOException {
        var name = DnsQuestion.of(PORTS.dns().number(), given.host, "A");
        var before = name.ask();
        assertThat(before.answers()).isNotEmpty();
        try (var _ = RunningNode.SETTINGS.intent().alone();
                var sender = new Dialogue(PORTS.smtp().number());
                var client = new Dialogue(PORTS.imap().number())) {
            RunningNode.postgres().stop();
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "451");
            client.line();
            client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "NO [UNAVAILABLE]");
            // A name that is said to be missing would be so for others for a while.
            assertThat(name.ask().code()).isEqualTo(CANNOT_TELL);
        } finally {
            RunningNode.postgres().start();
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .until(() -> name.ask().equals(before));
        await().pollInSameThread()
                // Dovecot is made to ask again just then, and lets go of who is signing in.
                .ignoreExceptionsMatching(e -> e instanceof AssertionError || e instanceof IOException)
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    imap(given).close();
                    return true;
                });
    }

    /// Between two customers of one node: it is taken, because the sender's own mail server takes what his customers
    /// send.
    @Test
    void mailThatWaitsForASuspendedMailboxArrivesOnceAfterActivation() throws IOException {
        var sender = RunningNode.customer();
        given.suspend(Cause.CUSTOMER);
        try (var client = new Dialogue(PORTS.submission().number())) {
            client.reply();
            client.smtp("EHLO client.example", "250").smtp("STARTTLS", "220");
            client.encrypt()
                    .smtp("EHLO client.example", "250")
                    .smtp(Dialogue.plain(sender.address, Given.PASSWORD), "235")
                    .smtp("MAIL FROM:<" + sender.address + ">", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
        }
        await().pollDelay(Duration.ofSeconds(1)).until(() -> DovecotTest.messages(given) == 0);
        given.activate(Cause.CUSTOMER);
        await().atMost(Duration.ofSeconds(20)).until(() -> DovecotTest.messages(given) == 1);
        try (var client = imap(given)) {
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    private static Dialogue imap(Given given) throws IOException {
        var client = new Dialogue(PORTS.imap().number());
        client.line();
        client.imap("LOGIN " + given.address + " \"" + Given.PASSWORD + "\"", "OK");
        return client;
    }
}
