package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.SubmissionContract;

/// Submission by Debian's Postfix on a hosting node, held to what the panel's own does.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class PostfixSubmissionTest implements SubmissionContract, OnNode {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().submission().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Override
    public boolean onlyEncrypted() {
        return true;
    }

    /// Postfix looks at each command; it does not say that it has ended a session.
    @Override
    public void isCut(Given given, Dialogue client) throws IOException {
        client.smtp("MAIL FROM:<" + given.address + ">", "421 4.7.0");
    }

    @Test
    void aNewPasswordEndsTheOldSessionWithItsNextCommand() throws IOException {
        var given = customer();
        try (var client = new Dialogue(port())) {
            client.reply();
            client.smtp("EHLO client.example", "250").smtp("STARTTLS", "220");
            client.encrypt()
                    .smtp("EHLO client.example", "250")
                    .smtp(Dialogue.plain(given.address, Given.PASSWORD), "235")
                    .smtp("MAIL FROM:<" + given.address + ">", "250")
                    .smtp("RSET", "250");
            given.database.execute("update wirt.mailbox set changed = changed + 1 where site_id = ?", given.site);
            client.smtp("MAIL FROM:<" + given.address + ">", "421 4.7.0");
        }
    }

    /// The same where the line is encrypted from the start.
    @Test
    void alsoOnThePortThatIsEncryptedFromTheStart() throws IOException {
        var given = customer();
        try (var client = encrypted()) {
            client.smtp(Dialogue.plain(given.address, Given.PASSWORD), "235")
                    .smtp("MAIL FROM:<" + given.address + ">", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
            await().pollInterval(Duration.ofMillis(20)).until(() -> DovecotTest.messages(given) == 1);
            given.suspend(Given.Cause.CUSTOMER);
            client.smtp("MAIL FROM:<" + given.address + ">", "421 4.7.0");
            assertThat(client.ended()).isTrue();
        }
        try (var client = encrypted()) {
            client.smtp(Dialogue.plain(given.address, Given.PASSWORD), "535");
            given.activate(Given.Cause.CUSTOMER);
            client.smtp(Dialogue.plain(given.address, Given.PASSWORD), "235");
        }
    }

    private static Dialogue encrypted() throws IOException {
        var client = new Dialogue(RunningNode.SETTINGS.ports().submissions().number()).encrypt();
        client.reply();
        return client.smtp("EHLO client.example", "250");
    }
}
