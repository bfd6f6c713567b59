package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirt.engine.Soon.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.ImapEngineContract;

/// Debian's Dovecot on a hosting node, held to what the panel's own mailboxes do.
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class DovecotTest implements ImapEngineContract, OnNode {

    @Override
    public int port() {
        return RunningNode.SETTINGS.ports().imap().number();
    }

    @Override
    public int smtpPort() {
        return RunningNode.SETTINGS.ports().smtp().number();
    }

    @Override
    public Given customer() {
        return RunningNode.customer();
    }

    @Override
    public void arrived(Given given) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> messages(given) == 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fetchedMailIsCutToo(boolean encrypted) throws IOException {
        var given = customer();
        try (var client = fetching(encrypted)) {
            assertThat(said(client, "AUTH PLAIN " + Dialogue.words(given.address, Given.PASSWORD)))
                    .startsWith("+OK");
            assertThat(said(client, "STAT")).startsWith("+OK 0 0");
            given.suspend(Given.Cause.CUSTOMER);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("-ERR");
            assertThat(client.ended()).isTrue();
        }
        try (var client = fetching(encrypted)) {
            var login = "AUTH PLAIN " + Dialogue.words(given.address, Given.PASSWORD);
            assertThat(said(client, login)).startsWith("-ERR").contains("Account suspended");
            given.activate(Given.Cause.CUSTOMER);
            assertThat(said(client, login)).startsWith("+OK");
        }
    }

    /// Dovecot looks for the mail where it was brought when the domain had its first name.
    @Test
    void aRenamedDomainKeepsItsMail() throws IOException {
        var given = customer();
        bring(given);
        var name = given.name + "-neu.example";
        given.database.execute("update wirt.site set mail_folder = host, host = ? where id = ?", name, given.site);
        soon(() -> {
            try (var client = fetching(false)) {
                said(client, "AUTH PLAIN " + Dialogue.words("info@" + name, Given.PASSWORD));
                return said(client, "STAT").startsWith("+OK 1 ");
            }
        });
        try (var client = fetching(false)) {
            assertThat(said(client, "AUTH PLAIN " + Dialogue.words(given.address, Given.PASSWORD)))
                    .startsWith("-ERR");
        }
    }

    @Test
    void ofWhatIsRemovedNoMailIsLeft() throws IOException {
        var given = customer();
        bring(given);
        var folder = given.mail("info");
        assertThat(folder).isDirectory();
        given.database.execute("delete from wirt.mailbox where site_id = ?", given.site);
        soon(() -> Files.notExists(folder));
        given.mailbox("info");
        bring(given);
        given.database.execute("delete from wirt.mailbox where site_id = ?", given.site);
        given.database.execute("delete from wirt.site where id = ?", given.site);
        soon(() -> Files.notExists(folder.getParent()));
        assertThat(given.home).isDirectory();
    }

    private void bring(Given given) throws IOException {
        try (var sender = new Dialogue(smtpPort())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: here\r\n\r\nText\r\n.", "250");
        }
        arrived(given);
    }

    private static Dialogue fetching(boolean encrypted) throws IOException {
        var ports = RunningNode.SETTINGS.ports();
        var client = encrypted
                ? new Dialogue(ports.pop3s().number()).encrypt()
                : new Dialogue(ports.pop3().number());
        assertThat(client.line()).startsWith("+OK");
        return client;
    }

    private static String said(Dialogue client, String command) throws IOException {
        client.write(command);
        return client.line();
    }

    static int messages(Given given) {
        var folder = given.mail("info").resolve("Maildir");
        return files(folder.resolve("new")) + files(folder.resolve("cur"));
    }

    private static int files(Path folder) {
        return Objects.requireNonNullElse(folder.toFile().list(), new String[0]).length;
    }
}
