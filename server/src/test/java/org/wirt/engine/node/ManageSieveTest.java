package org.wirt.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirt.engine.Soon.soon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirt.engine.Dialogue;
import org.wirt.engine.Given;
import org.wirt.engine.Given.Cause;
import org.wirt.value.MailPolicy;

/// Filters of customers (Sieve, RFC 5228) and how they are laid down (ManageSieve, RFC 5804).
@Timeout(60)
@EnabledIf("org.wirt.engine.node.Machine#canBeANode")
class ManageSieveTest implements OnNode {

    private static final NodePorts PORTS = RunningNode.SETTINGS.ports();

    private final Given given = RunningNode.customer();

    @Test
    void aFilterThatWasLaidDownFilesWhatComes() throws IOException {
        filter("require [\"fileinto\", \"mailbox\"]; fileinto :create \"Rechnungen\";");
        deliver("Rechnung 7");
        arrivesIn(maildir("info").resolve(".Rechnungen/new"));
        assertThat(maildir("info").resolve("new")).isEmptyDirectory();
    }

    /// The answer first, then the filter.
    @Test
    void aFilterRunsAlsoWhereTheMailboxAnswersByItself() throws IOException {
        given.mailbox("other");
        given.answer("Weg", "Bin weg", false);
        filter("require [\"fileinto\", \"mailbox\"]; fileinto :create \"Rechnungen\";");
        deliver("other@" + given.host, "Rechnung 8\r\nTo: " + given.address);
        arrivesIn(maildir("info").resolve(".Rechnungen/new"));
        arrivesIn(maildir("other").resolve("new"));
        assertThat(subjects(maildir("other"))).containsExactly("Subject: Weg");
    }

    @Test
    void refusedWhileSuspendedAndCut() throws IOException {
        try (var client = signedIn()) {
            given.suspend(Cause.CUSTOMER);
            soon(() -> given.ended("IMAP") == 1);
            assertThat(client.line()).startsWith("BYE");
            assertThat(client.ended()).isTrue();
        }
        try (var client = connect()) {
            assertThat(say(client, login())).startsWith("NO").contains("Account suspended");
            given.activate(Cause.CUSTOMER);
            assertThat(say(client, login())).startsWith("OK");
        }
    }

    /// What is held for a suspended mailbox is laid into it, and nobody hears of it.
    @Test
    void aFilterSendsNothingWhileSuspended() throws IOException {
        given.mailbox("other");
        filter("require \"copy\"; redirect :copy \"other@" + given.host + "\";");
        deliver("Vorher");
        arrivesIn(maildir("other").resolve("new"));
        given.reason("account", given.customer, 16, MailPolicy.HOLD);
        deliver("Mittendrin");
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> files(maildir("info").resolve("new")) == 2);
        given.noReason("account", given.customer);
        // Comes behind whatever the one in the middle would have sent.
        deliver("Nachher");
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> subjects(maildir("other")).contains("Subject: Nachher"));
        assertThat(subjects(maildir("other"))).containsExactlyInAnyOrder("Subject: Vorher", "Subject: Nachher");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require \"vnd.dovecot.pipe\"; pipe \"id\";",
                "require \"vnd.dovecot.execute\"; execute \"id\";",
                "require \"vnd.dovecot.filter\"; filter \"id\";",
                "require \"vnd.dovecot.environment\"; keep;",
                "require \"spamtest\"; keep;",
                "require [\"include\"]; include :global \"x\";",
                "require [\"include\"]; include :personal \"../../../../../etc/passwd\";"
            })
    void aFilterRunsNoProgramAndReadsNoOthersFiles(String text) throws IOException {
        try (var client = signedIn()) {
            assertThat(put(client, text)).startsWith("NO");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "a/b"})
    void aFilterIsLaidNowhereElse(String name) throws IOException {
        try (var client = signedIn()) {
            assertThat(say(client, "PUTSCRIPT \"" + name + "\" {5+}\r\nkeep;")).startsWith("NO");
        }
    }

    private void filter(String text) throws IOException {
        try (var client = signedIn()) {
            assertThat(put(client, text)).startsWith("OK");
            assertThat(say(client, "SETACTIVE \"mine\"")).startsWith("OK");
            assertThat(say(client, "LISTSCRIPTS")).contains("\"mine\" ACTIVE");
        }
    }

    private static String put(Dialogue client, String text) throws IOException {
        return say(client, "PUTSCRIPT \"mine\" {" + text.getBytes(StandardCharsets.UTF_8).length + "+}\r\n" + text);
    }

    private Dialogue signedIn() throws IOException {
        var client = connect();
        assertThat(say(client, login())).startsWith("OK");
        return client;
    }

    private String login() {
        return Dialogue.plain(given.address, Given.PASSWORD)
                .replaceFirst("AUTH PLAIN (.*)", "AUTHENTICATE \"PLAIN\" \"$1\"");
    }

    private static Dialogue connect() throws IOException {
        var client = new Dialogue(PORTS.sieve().number());
        answer(client);
        assertThat(say(client, "STARTTLS")).startsWith("OK");
        client.encrypt();
        answer(client);
        return client;
    }

    private static String say(Dialogue client, String command) throws IOException {
        client.write(command);
        return answer(client);
    }

    /// The line that ends it first, then what came before.
    private static String answer(Dialogue client) throws IOException {
        var before = new StringBuilder();
        for (var line = client.line(); ; line = client.line()) {
            if (line.matches("(OK|NO|BYE)\\b.*")) return line + "\n" + before;
            before.append(line).append('\n');
        }
    }

    private void deliver(String subject) throws IOException {
        deliver("friend@elsewhere.example", subject);
    }

    private void deliver(String from, String subject) throws IOException {
        try (var sender = new Dialogue(PORTS.smtp().number())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<" + from + ">", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: " + subject + "\r\n\r\nText\r\n.", "250");
        }
    }

    private Path maildir(String local) {
        return given.mail(local).resolve("Maildir");
    }

    private static void arrivesIn(Path folder) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> files(folder) == 1);
    }

    private static List<String> subjects(Path maildir) throws IOException {
        var found = new ArrayList<String>();
        try (var mails = Files.list(maildir.resolve("new"))) {
            for (var mail : mails.toList())
                Files.readAllLines(mail).stream()
                        .filter(line -> line.startsWith("Subject: "))
                        .forEach(found::add);
        }
        return found;
    }

    private static int files(Path folder) {
        var names = folder.toFile().list();
        return names == null ? 0 : names.length;
    }
}
