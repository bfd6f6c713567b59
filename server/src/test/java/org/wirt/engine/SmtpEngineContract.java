package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.engine.Given.Cause;
import org.wirt.value.MailPolicy;

/// What every server that takes mail from outside must do.
@Timeout(60)
public interface SmtpEngineContract {

    int port();

    Given customer();

    @Test
    default void takesMailForAMailbox() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            sender.smtp("RCPT TO:<" + given.address.toUpperCase(Locale.ROOT) + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void putsOffWhileSuspendedAndTakesAfterwards(Cause cause) throws IOException {
        var given = customer();
        try (var sender = sender()) {
            given.suspend(cause);
            sender.smtp("RCPT TO:<" + given.address + ">", "450 4.2.1");
            sender.smtp("RCPT TO:<nobody@" + given.host + ">", "550 5.1.1");
            given.activate(cause);
            sender.smtp("RCPT TO:<" + given.address + ">", "250");
        }
    }

    @Test
    default void rejectsWhereTheSuspensionSaysSo() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            given.reason("account", given.customer, 16, MailPolicy.REJECT);
            sender.smtp("RCPT TO:<" + given.address + ">", "550 5.2.1");
            given.noReason("account", given.customer);
            sender.smtp("RCPT TO:<" + given.address + ">", "250");
        }
    }

    @Test
    default void takesAndKeepsWhereTheSuspensionSaysSo() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            given.reason("subscription", given.subscription, 32, MailPolicy.HOLD);
            sender.smtp("RCPT TO:<" + given.address + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
        }
    }

    /// Until there is room again: a sender tries for days.
    @Test
    default void whoeverSendsToAFullMailboxIsToldSo() throws IOException {
        var given = customer();
        given.database.execute("update wirt.mailbox set quota = 20000 where site_id = ?", given.site);
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> answer(given).startsWith("452 4.2.2"));
        given.database.execute("update wirt.mailbox set quota = -1 where site_id = ?", given.site);
        assertThat(answer(given)).startsWith("250");
    }

    /// What is said to one more message of ten thousand bytes.
    private String answer(Given given) throws IOException {
        try (var sender = sender()) {
            sender.write("RCPT TO:<" + given.address + ">");
            var recipient = sender.reply();
            if (!recipient.startsWith("250")) return recipient;
            sender.smtp("DATA", "354");
            sender.write("Subject: Hallo\r\n\r\n" + ("x".repeat(98) + "\r\n").repeat(100) + ".");
            return sender.reply();
        }
    }

    @Test
    default void theStrictestOfSeveralSuspensionsHolds() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            given.reason("subscription", given.subscription, 32, MailPolicy.HOLD);
            given.reason("account", given.customer, 32, MailPolicy.DEFER);
            sender.smtp("RCPT TO:<" + given.address + ">", "450 4.2.1");
            given.reason("account", given.reseller, 16, MailPolicy.REJECT);
            sender.smtp("RCPT TO:<" + given.address + ">", "550 5.2.1");
            given.noReason("account", given.reseller);
            given.noReason("account", given.customer);
            sender.smtp("RCPT TO:<" + given.address + ">", "250");
        }
    }

    @Test
    default void aSuspensionBetweenRecipientAndMessageIsSeen() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            sender.smtp("RCPT TO:<" + given.address + ">", "250").smtp("DATA", "354");
            given.suspend(Cause.CUSTOMER);
            sender.smtp("Subject: spät\r\n\r\nText\r\n.", "450 4.2.1").smtp("RSET", "250");
        }
    }

    @Test
    default void aDisabledSitePutsOffAndARemovedOneIsUnknown() throws IOException {
        var given = customer();
        try (var sender = sender()) {
            given.database.execute("update wirt.site set disabled = true where id = ?", given.site);
            sender.smtp("RCPT TO:<" + given.address + ">", "450");
            given.reason("account", given.customer, 2048);
            sender.smtp("RCPT TO:<" + given.address + ">", "550");
        }
    }

    @Test
    default void aDisabledMailboxIsNobodyUnlessItsNameIsForwarded() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.alias("hallo");
        var names = List.of(given.address, "hallo@" + given.host);
        try (var sender = sender()) {
            given.off(true);
            for (var name : names) sender.smtp("RCPT TO:<" + name + ">", "550 5.1.1");
            sender.smtp("RCPT TO:<other@" + given.host + ">", "250");
            given.forward("info", true, "other@" + given.host);
            for (var name : names) sender.smtp("RCPT TO:<" + name + ">", "250");
            given.database.execute("delete from wirt.forward where site_id = ? and not alias", given.site);
            for (var name : names) sender.smtp("RCPT TO:<" + name + ">", "550 5.1.1");
            given.off(false);
            for (var name : names) sender.smtp("RCPT TO:<" + name + ">", "250");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void putsOffWhatIsForwardedWhileSuspended(Cause cause) throws IOException {
        var given = customer();
        given.forward("team", false, given.address);
        try (var sender = sender()) {
            given.suspend(cause);
            sender.smtp("RCPT TO:<Team@" + given.host + ">", "450 4.2.1");
            sender.smtp("RCPT TO:<teams@" + given.host + ">", "550 5.1.1");
            given.activate(cause);
            sender.smtp("RCPT TO:<Team@" + given.host + ">", "250");
        }
    }

    @Test
    default void aForwardIsRejectedWhereTheSuspensionSaysSoAndNeverHeld() throws IOException {
        var given = customer();
        given.forward("info", true, "other@" + given.host);
        given.mailbox("other");
        try (var sender = sender()) {
            given.reason("account", given.customer, 16, MailPolicy.REJECT);
            sender.smtp("RCPT TO:<" + given.address + ">", "550 5.2.1");
            given.noReason("account", given.customer);
            given.reason("account", given.customer, 16, MailPolicy.HOLD);
            sender.smtp("RCPT TO:<other@" + given.host + ">", "250");
            sender.smtp("RCPT TO:<" + given.address + ">", "450 4.2.1");
        }
    }

    @Test
    default void mailForNobodyIsTakenWhereSomebodyGetsIt() throws IOException {
        var given = customer();
        given.forward("*", false, given.address);
        given.forward("team", false, given.address);
        try (var sender = sender()) {
            for (var name : new String[] {"irgendwer", "info", "team", "Gross.Und.Klein"})
                sender.smtp("RCPT TO:<" + name + "@" + given.host + ">", "250");
            given.suspend(Cause.CUSTOMER);
            sender.smtp("RCPT TO:<niemand@" + given.host + ">", "450 4.2.1");
            given.activate(Cause.CUSTOMER);
            given.reason("account", given.customer, 16, MailPolicy.HOLD);
            sender.smtp("RCPT TO:<niemand@" + given.host + ">", "450 4.2.1");
            sender.smtp("RCPT TO:<" + given.address + ">", "250");
            given.noReason("account", given.customer);
            sender.smtp("RCPT TO:<niemand@" + given.host + ">", "250");
            given.database.execute("delete from wirt.forward where site_id = ? and local = '*'", given.site);
            sender.smtp("RCPT TO:<keiner@" + given.host + ">", "550 5.1.1");
        }
    }

    /// Whoever asks for it asks the wrong server.
    @Test
    default void ofADomainWhoseMailIsSwitchedOffNothingIsTaken() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.forward("team", false, given.address);
        given.forward("all", false, given.address);
        try (var sender = sender()) {
            given.mail(false);
            sender.smtp("RCPT TO:<" + given.address + ">", "550").smtp("RCPT TO:<team@" + given.host + ">", "550");
            given.reason("account", given.customer, 16, MailPolicy.HOLD);
            sender.smtp("RCPT TO:<" + given.address + ">", "550");
            given.noReason("account", given.customer);
            given.mail(true);
            sender.smtp("RCPT TO:<other@" + given.host + ">", "250").smtp("RCPT TO:<all@" + given.host + ">", "250");
        }
    }

    @Test
    default void noMailForOthers() throws IOException {
        try (var sender = sender()) {
            sender.smtp("RCPT TO:<somebody@elsewhere.example>", "550").smtp("RCPT TO:<@>", "5");
        }
    }

    /// For good: what cannot be asked for would be tried again for days.
    @Test
    default void junkForARecipientIsRefused() throws IOException {
        var given = customer();
        var local = given.address.substring(0, given.address.indexOf('@'));
        for (var name : Junk.near(local)) {
            // The same, written otherwise (RFC 5321, 4.1.2).
            if (name.replaceAll("[\"\\\\]", "").equals(local)) continue;
            try (var sender = sender()) {
                sender.smtp("RCPT TO:<" + name + "@" + given.host + ">", "5");
            }
        }
        try (var sender = sender()) {
            sender.smtp("RCPT TO:<" + local + "@" + given.host + "'>", "5");
        }
        try (var sender = sender()) {
            sender.smtp("RCPT TO:<" + given.address + ">", "250");
        }
    }

    @Test
    default void refusesWhatIsTooBigBeforeItIsSent() throws IOException {
        try (var sender = new Dialogue(port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250").smtp("MAIL FROM:<a@b.example> SIZE=99999999", "552");
        }
    }

    @Test
    default void encryptsOnRequest() throws IOException {
        var given = customer();
        try (var sender = new Dialogue(port())) {
            sender.reply();
            sender.smtp("EHLO client.example", "250").smtp("STARTTLS", "220");
            sender.encrypt()
                    .smtp("EHLO client.example", "250")
                    .smtp("MAIL FROM:<>", "250")
                    .smtp("RCPT TO:<" + given.address + ">", "250");
        }
    }

    private Dialogue sender() throws IOException {
        var sender = new Dialogue(port());
        assertThat(sender.reply()).startsWith("220");
        return sender.smtp("EHLO client.example", "250").smtp("MAIL FROM:<friend@elsewhere.example>", "250");
    }
}
