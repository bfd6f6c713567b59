package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.engine.Given.Cause;
import org.wirt.value.MailPolicy;

/// What every server that lets customers read their mail must do.
@Timeout(60)
public interface ImapEngineContract {

    /// So many answers with a long message are more than any buffer on the way holds.
    int ANSWERS = 200;

    int port();

    /// Where mail for them is delivered.
    int smtpPort();

    Given customer();

    @Test
    default void showsWhatWasDelivered() throws IOException, MessagingException {
        var given = customer();
        deliver(given, "Grüße");
        var properties = new Properties();
        properties.setProperty("mail.imap.starttls.required", "true");
        properties.setProperty("mail.imap.ssl.trust", "*");
        properties.setProperty("mail.imap.ssl.checkserveridentity", "false");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", port(), given.address, Given.PASSWORD);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            assertThat(inbox.getMessageCount()).isEqualTo(1);
            assertThat(inbox.getMessage(1).getContent().toString()).contains("Text");
            inbox.close(false);
        }
    }

    @Test
    default void mailToAForwardIsOnceInTheMailboxItPointsTo() throws IOException {
        var given = customer();
        given.forward("team", false, "all@" + given.host, given.address);
        given.forward("all", true, given.address);
        deliver(given, "team@" + given.host, "Hallo", "Text\r\n");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @Test
    default void mailForNobodyIsInTheMailboxItPointsToAndNoOther() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.forward("*", false, "other@" + given.host);
        deliver(given, "Für mich");
        send("irgendwer@" + given.host, "Für niemanden", "Text\r\n");
        try (var client = connect()) {
            client.imap(login("other@" + given.host, Given.PASSWORD), "OK");
            soon(() -> client.imap("SELECT INBOX", "OK").contains("* 1 EXISTS"));
        }
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @Test
    default void aMailboxGetsWhatItsForwardKeeps() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.forward("info", true, "other@" + given.host);
        deliver(given, "Hallo");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void refusedWhileSuspendedAndBackAfterwardsWithEverything(Cause cause) throws IOException {
        var given = customer();
        deliver(given, "Vorher");
        given.suspend(cause);
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "NO [CONTACTADMIN] Account suspended");
            client.imap(login(given, "wrong"), "NO [AUTHENTICATIONFAILED]");
            given.activate(cause);
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @Test
    default void whatIsHeldWhileSuspendedIsFoundAfterwards() throws IOException {
        var given = customer();
        given.reason("account", given.customer, 16, MailPolicy.HOLD);
        deliver(given, "Mittendrin");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "NO [CONTACTADMIN]");
            given.noReason("account", given.customer);
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void cutWhenSuspendedAlsoWhileWaiting(Cause cause) throws IOException {
        var given = customer();
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            client.imap("SELECT INBOX", "OK");
            client.write("w IDLE");
            assertThat(client.line()).startsWith("+");
            given.suspend(cause);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    default void aNewPasswordEndsTheOldSessions() throws IOException {
        var given = customer();
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            given.database.execute("update wirt.mailbox set changed = changed + 1 where site_id = ?", given.site);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    default void whoeverIsInADisabledMailboxIsOutAndFindsEverythingAfterwards() throws IOException {
        var given = customer();
        deliver(given, "Vorher");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            given.off(true);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "NO [AUTHENTICATIONFAILED]");
            given.off(false);
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    @Test
    default void aDisabledMailboxGetsNothingOfWhatItsForwardSendsOn() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.forward("info", true, "other@" + given.host);
        given.off(true);
        send(given.address, "Hallo", "Text\r\n");
        soon(() -> inbox("other@" + given.host).contains("* 1 EXISTS"));
        given.off(false);
        assertThat(inbox(given.address)).contains("* 0 EXISTS");
    }

    private String inbox(String address) throws IOException {
        try (var client = connect()) {
            client.imap(login(address, Given.PASSWORD), "OK");
            return client.imap("SELECT INBOX", "OK");
        }
    }

    @Test
    default void aRenamedMailboxKeepsItsMailAndTheNextOfThatNameHasNone() throws IOException {
        var given = customer();
        var other = "chef@" + given.host;
        deliver(given, "Vorher");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            given.rename("info", "chef");
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "NO [AUTHENTICATIONFAILED]");
            client.imap(login(other, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
        given.mailbox("info");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 0 EXISTS");
        }
        send(other, "Nachher", "Text\r\n");
        try (var client = connect()) {
            client.imap(login(other, Given.PASSWORD), "OK");
            soon(() -> client.imap("SELECT INBOX", "OK").contains("* 2 EXISTS"));
        }
    }

    @Test
    default void whoComesAfterARemovedMailboxFindsNoneOfItsMail() throws IOException {
        var given = customer();
        deliver(given, "Vorher");
        given.database.execute("delete from wirt.mailbox where site_id = ?", given.site);
        given.mailbox("info");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 0 EXISTS");
        }
    }

    @Test
    default void whoseMailIsSwitchedOffIsOutAndFindsEverythingAfterwards() throws IOException {
        var given = customer();
        deliver(given, "Vorher");
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            client.imap("SELECT INBOX", "OK");
            given.mail(false);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("* BYE");
            assertThat(client.ended()).isTrue();
        }
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "NO [AUTHENTICATIONFAILED]");
            given.mail(true);
            client.imap(login(given, Given.PASSWORD), "OK");
            assertThat(client.imap("SELECT INBOX", "OK")).contains("* 1 EXISTS");
        }
    }

    /// RFC 3501, 7.1.5: it is told, but nobody waits until it listens.
    @Test
    default void aClientThatDoesNotReadIsCutWithinASecond() throws IOException {
        var given = customer();
        deliver(given, "Gross", "Text und noch mehr Text\r\n".repeat(8_000));
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
            client.imap("SELECT INBOX", "OK");
            for (int i = 0; i < ANSWERS; i++) client.write("f" + i + " FETCH 1 BODY.PEEK[]");
            given.suspend(Cause.CUSTOMER);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.isCutWithin(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    default void unknownAndWrongPasswordAreRefusedAlike() throws IOException {
        var given = customer();
        try (var client = connect()) {
            client.imap(login(given, "wrong"), "NO [AUTHENTICATIONFAILED] Authentication failed");
            client.imap("LOGIN nobody@" + given.host + " x", "NO [AUTHENTICATIONFAILED] Authentication failed");
            client.imap("LOGIN nobody x", "NO [AUTHENTICATIONFAILED] Authentication failed");
            client.imap("SELECT INBOX", "BAD");
            client.imap("LOGIN \"\" \"\"", "NO");
            client.imap("LOGIN nobody", "BAD");
        }
    }

    /// With the right password.
    @Test
    default void junkForANameIsRefused() throws IOException {
        var given = customer();
        var signingIn = Junk.near(given.address).stream()
                .map(name -> "a AUTHENTICATE PLAIN " + Dialogue.words(name, Given.PASSWORD))
                .toList();
        assertThat(Junk.answers(this::connect, signingIn)).allMatch(answer -> answer.matches("a (NO|BAD) .*"));
        try (var client = connect()) {
            client.imap(login(given, Given.PASSWORD), "OK");
        }
    }

    @Test
    default void letsInByEveryFormOfTheName() throws IOException {
        var given = customer();
        var words = "\0" + given.address + "\0" + Given.PASSWORD;
        var encoded = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        try (var client = connect()) {
            client.imap("AUTHENTICATE PLAIN " + encoded, "OK");
            client.imap("LOGOUT", "OK");
        }
        try (var client = connect()) {
            var password = Given.PASSWORD.getBytes(StandardCharsets.UTF_8).length;
            client.imap(
                    "LOGIN {" + given.address.length() + "+}\r\n" + given.address + " {" + password + "+}\r\n"
                            + Given.PASSWORD,
                    "OK");
            client.imap("NOOP", "OK");
        }
    }

    @Test
    default void encryptsOnRequest() throws IOException {
        var given = customer();
        try (var client = connect()) {
            assertThat(client.imap("CAPABILITY", "OK")).contains("STARTTLS");
            client.imap("STARTTLS", "OK");
            client.encrypt();
            assertThat(client.imap("CAPABILITY", "OK")).doesNotContain("STARTTLS");
            client.imap(login(given, Given.PASSWORD), "OK");
            client.imap("SELECT INBOX", "OK");
        }
    }

    /// Waits until the one message is in the mailbox, where that takes its time.
    default void arrived(Given given) {}

    private void deliver(Given given, String subject) throws IOException {
        deliver(given, subject, "Text\r\n");
    }

    private void deliver(Given given, String subject, String text) throws IOException {
        deliver(given, given.address, subject, text);
    }

    private void deliver(Given given, String address, String subject, String text) throws IOException {
        send(address, subject, text);
        arrived(given);
    }

    private void send(String address, String subject, String text) throws IOException {
        try (var sender = new Dialogue(smtpPort())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<friend@elsewhere.example>", "250")
                    .smtp("RCPT TO:<" + address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: " + subject + "\r\n\r\n" + text + ".", "250");
        }
    }

    private Dialogue connect() throws IOException {
        var client = new Dialogue(port());
        assertThat(client.line()).startsWith("* OK");
        return client;
    }

    private static String login(Given given, String password) {
        return login(given.address, password);
    }

    private static String login(String address, String password) {
        return "LOGIN " + address + " \"" + password + "\"";
    }
}
