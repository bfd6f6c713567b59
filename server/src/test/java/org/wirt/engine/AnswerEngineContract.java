package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirt.value.MailPolicy;

/// What every mailbox does that answers by itself (RFC 3834), whatever server it lies on. A neighbour writes to it, so
/// that what comes back is seen.
@Timeout(60)
public interface AnswerEngineContract {

    String NASTY = "Grüße aus dem \"Urlaub\" \\ \\\" ${hex:40}\n.\n..zwei Punkte\ntext:\n.\n\t\";\nstop; 😀\n"
            + "lang ".repeat(400) + "Ende";

    int port();

    int smtpPort();

    Given customer();

    /// Waits until the one message lies in the mailbox of a suspended customer, where that takes its time.
    default void isHeld(Given given) {}

    @Test
    default void whoeverWritesIsAnsweredOnceADay() throws IOException {
        var given = neighbours("other", "third");
        given.answer("Nicht \"da\" \\ bis Übermorgen", NASTY, false);
        write(given, "other", "1", "");
        var answer = letters(given, "other", 1).getFirst();
        assertThat(answer.subject).isEqualTo("Nicht \"da\" \\ bis Übermorgen");
        assertThat(answer.text.replace("\r\n", "\n").strip()).isEqualTo(NASTY);
        assertThat(answer.type).startsWithIgnoringCase("text/plain");
        assertThat(answer.from).contains(given.address);
        assertThat(answer.automatic).startsWith("auto-replied");
        assertThat(answer.to).isEqualTo("<1@client.example>");

        given.answer("Anders", "Ein anderer Text", true);
        write(given, "other", "2", "");
        write(given, "third", "3", "");
        answer = letters(given, "third", 1).getFirst();
        assertThat(answer.type).startsWithIgnoringCase("text/html");
        assertThat(answer.text.strip()).isEqualTo("Ein anderer Text");
        assertThat(letters(given, "other", 1))
                .as("no second one on the same day")
                .hasSize(1);
    }

    @Test
    default void withoutASubjectTheMessagesOwnIsSaid() throws IOException {
        var given = neighbours("other");
        given.answer(null, "Bin weg", false);
        write(given, "other", "1", "");
        assertThat(letters(given, "other", 1).getFirst().subject).isEqualTo("Auto: Frage 1");
    }

    @Test
    default void machinesAndListsAreNotAnswered() throws IOException {
        var given = neighbours("other", "owner-list", "list-request", "mailer-daemon");
        given.answer("Weg", "Bin weg", false);
        for (var header : List.of(
                "Auto-Submitted: auto-generated",
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "Precedence: list",
                "Precedence: junk",
                "List-Id: <list.elsewhere.example>",
                "List-Unsubscribe: <mailto:x@elsewhere.example>")) write(given, "other", "machine", header + "\r\n");
        for (var machine : List.of("owner-list", "list-request", "mailer-daemon")) write(given, machine, "list", "");
        send(given, "", given.address, "nobody", "To: " + given.address + "\r\n");
        send(given, "other@" + given.host, given.address, "blind", "To: somebody@elsewhere.example\r\n");
        send(given, given.address, given.address, "self", "To: " + given.address + "\r\n");
        write(given, "other", "person", "Auto-Submitted: no\r\n");
        assertThat(letters(given, "other", 1).getFirst().to).isEqualTo("<person@client.example>");
        for (var machine : List.of("owner-list", "list-request", "mailer-daemon"))
            assertThat(letters(given, machine, 0)).as(machine).isEmpty();
    }

    @Test
    default void anotherNameOfTheMailboxIsAnsweredToo() throws IOException {
        var given = neighbours("other");
        given.forward("kontakt", false, given.address);
        given.database.execute("update wirt.forward set alias = true where site_id = ?", given.site);
        given.answer("Weg", "Bin weg", false);
        var alias = "kontakt@" + given.host;
        send(given, "other@" + given.host, alias, "alias", "Cc: Kontakt <" + alias + ">\r\n");
        assertThat(letters(given, "other", 1).getFirst().to).isEqualTo("<alias@client.example>");
    }

    /// What is held is laid into the mailbox, and nobody hears of it.
    @Test
    default void nobodyIsAnsweredWhileSuspendedNorAfterTheLastDay() throws IOException {
        var given = neighbours("other", "third");
        given.answer("Weg", "Bin weg", false);
        given.reason("account", given.customer, 16, MailPolicy.HOLD);
        write(given, "other", "held", "");
        isHeld(given);
        given.noReason("account", given.customer);
        write(given, "other", "live", "");
        assertThat(letters(given, "other", 1).getFirst().to).isEqualTo("<live@client.example>");

        var day =
                "update wirt.mailbox set answer_until = (now() at time zone 'UTC')::date - ? where site_id = ? and answer_text is not null";
        given.database.execute(day, 1, given.site);
        write(given, "third", "late", "");
        letters(given, "info", 3);
        given.database.execute(day, 0, given.site);
        write(given, "third", "today", "");
        assertThat(letters(given, "third", 1).getFirst().to).isEqualTo("<today@client.example>");
    }

    @Test
    default void whatIsSwitchedOffIsKeptAndNotSent() throws IOException {
        var given = neighbours("other");
        given.answer("Weg", "Bin weg", false);
        var off = "update wirt.mailbox set answer_off = ? where site_id = ? and answer_text is not null";
        given.database.execute(off, true, given.site);
        write(given, "other", "off", "");
        letters(given, "info", 1);
        given.database.execute(off, false, given.site);
        write(given, "other", "on", "");
        assertThat(letters(given, "other", 1).getFirst().to).isEqualTo("<on@client.example>");
    }

    private Given neighbours(String... locals) {
        var given = customer();
        for (var local : locals) given.mailbox(local);
        return given;
    }

    private void write(Given given, String from, String number, String headers) throws IOException {
        send(given, from + "@" + given.host, given.address, number, "To: <" + given.address + ">\r\n" + headers);
    }

    private void send(Given given, String from, String to, String number, String headers) throws IOException {
        try (var sender = new Dialogue(smtpPort())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<" + from + ">", "250")
                    .smtp("RCPT TO:<" + to + ">", "250")
                    .smtp("DATA", "354")
                    .smtp(
                            "Message-ID: <" + number + "@client.example>\r\nFrom: <someone@" + given.host
                                    + ">\r\nSubject: Frage " + number + "\r\n" + headers + "\r\nText\r\n.",
                            "250");
        }
    }

    /// Those in a mailbox, as soon as there are so many.
    private List<Letter> letters(Given given, String local, int count) {
        return await().pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(20))
                .until(() -> letters(given, local), found -> found.size() >= count);
    }

    private List<Letter> letters(Given given, String local) throws IOException, MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.starttls.required", "true");
        properties.setProperty("mail.imap.ssl.trust", "*");
        properties.setProperty("mail.imap.ssl.checkserveridentity", "false");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", port(), local + "@" + given.host, Given.PASSWORD);
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var letters = new ArrayList<Letter>();
            for (var message : inbox.getMessages()) letters.add(Letter.of(message));
            inbox.close(false);
            return letters;
        }
    }

    /// @param automatic what it says of itself
    /// @param to        what it answers
    record Letter(String subject, String from, String automatic, String to, String type, String text) {

        private static Letter of(Message message) throws MessagingException, IOException {
            return new Letter(
                    String.valueOf(message.getSubject()),
                    header(message, "From"),
                    header(message, "Auto-Submitted"),
                    header(message, "In-Reply-To"),
                    message.getContentType(),
                    message.getContent().toString());
        }

        private static String header(Message message, String name) throws MessagingException {
            var said = message.getHeader(name);
            return said == null ? "" : said[0];
        }
    }
}
