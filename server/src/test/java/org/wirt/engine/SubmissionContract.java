package org.wirt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirt.engine.Soon.soon;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirt.engine.Given.Cause;

/// What every server that takes mail from customers must do.
@Timeout(60)
public interface SubmissionContract {

    int port();

    Given customer();

    @Test
    default void sendsForWhoHasSignedIn() throws IOException {
        var given = customer();
        given.mailbox("other");
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<" + given.address + ">", "250")
                    .smtp("RCPT TO:<other@" + given.host + ">", "250")
                    .smtp("DATA", "354")
                    .smtp("Subject: Hallo\r\n\r\nText\r\n.", "250");
        }
    }

    @Test
    default void nothingWithoutSigningIn() throws IOException {
        var given = customer();
        try (var client = connect()) {
            client.smtp("MAIL FROM:<" + given.address + ">", "530");
        }
    }

    @Test
    default void onlyAsOneself() throws IOException {
        var given = customer();
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<boss@" + given.host + ">", "553");
        }
    }

    @Test
    default void withoutARelayTheReasonIsSaid() throws IOException {
        var given = customer();
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<" + given.address + ">", "250")
                    .smtpSaying("RCPT TO:<somebody@elsewhere.example>", "550 5.7.1", "This server sends no mail")
                    .smtp("RCPT TO:<nobody@" + given.host + ">", "550 5.1.1");
        }
    }

    @Test
    default void whoeverGetsMailForNobodyDoesNotWriteAsNobody() throws IOException {
        var given = customer();
        given.forward("*", false, given.address);
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<boss@" + given.host + ">", "553");
        }
    }

    @Test
    default void nobodySendsFromADomainWhoseMailIsSwitchedOffNorStraightToIt() throws IOException {
        var given = customer();
        var other = customer();
        other.mail(false);
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<" + given.address + ">", "250")
                    .smtp("RCPT TO:<" + other.address + ">", "550 5.7.1")
                    .smtp("RSET", "250");
            given.mail(false);
            isCut(given, client);
        }
    }

    @Test
    default void alsoAsAnAddressWhoseMailOneGets() throws IOException {
        var given = customer();
        given.mailbox("other");
        given.forward("team", false, given.address, "other@" + given.host);
        given.forward("else", false, "other@" + given.host);
        var stranger = customer();
        stranger.forward("team", false, given.address);
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<team@" + given.host + ">", "250").smtp("RSET", "250");
            client.smtp("MAIL FROM:<else@" + given.host + ">", "553");
        }
        try (var client = signedIn(given)) {
            client.smtp("MAIL FROM:<team@" + stranger.host + ">", "553");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void refusedWhileSuspendedAndBackAfterwards(Cause cause) throws IOException {
        var given = customer();
        given.suspend(cause);
        assertThat(signIn(given.address, Given.PASSWORD)).startsWith("535");
        given.activate(cause);
        assertThat(signIn(given.address, Given.PASSWORD)).startsWith("235");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    default void cutWhenSuspended(Cause cause) throws IOException {
        var given = customer();
        try (var client = signedIn(given)) {
            given.suspend(cause);
            isCut(given, client);
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    default void nobodySendsAsADisabledMailbox() throws IOException {
        var given = customer();
        try (var client = signedIn(given)) {
            given.off(true);
            isCut(given, client);
            assertThat(client.ended()).isTrue();
        }
        assertThat(signIn(given.address, Given.PASSWORD)).startsWith("535");
        given.off(false);
        assertThat(signIn(given.address, Given.PASSWORD)).startsWith("235");
    }

    /// Whoever ends an open session says so. One that is looked at with each command ends with its next.
    default void isCut(Given given, Dialogue client) throws IOException {
        soon(() -> given.ended("SUBMISSION") == 1);
    }

    @Test
    default void unknownAndWrongPasswordAreRefusedAlike() throws IOException {
        var given = customer();
        var wrong = signIn(given.address, "wrong");
        assertThat(wrong).startsWith("535");
        assertThat(signIn("nobody@" + given.host, Given.PASSWORD)).isEqualTo(wrong);
        assertThat(signIn("nobody", Given.PASSWORD)).isEqualTo(wrong);
        given.suspend(Cause.CUSTOMER);
        assertThat(signIn(given.address, Given.PASSWORD)).isEqualTo(wrong);
    }

    /// With the right password.
    @Test
    default void junkForANameIsRefused() throws IOException {
        var given = customer();
        var signingIn = Junk.near(given.address).stream()
                .map(name -> Dialogue.plain(name, Given.PASSWORD))
                .toList();
        assertThat(Junk.answers(this::connect, signingIn)).allMatch(answer -> answer.startsWith("5"));
        assertThat(signIn(given.address, Given.PASSWORD)).startsWith("235");
    }

    @Test
    default void letsInEncrypted() throws IOException {
        var given = customer();
        try (var client = greeted()) {
            encrypted(client).smtp(Dialogue.plain(given.address, Given.PASSWORD), "235");
        }
    }

    private Dialogue signedIn(Given given) throws IOException {
        return connect().smtp(Dialogue.plain(given.address, Given.PASSWORD), "235");
    }

    private String signIn(String address, String password) throws IOException {
        try (var client = connect()) {
            client.write(Dialogue.plain(address, password));
            return client.reply();
        }
    }

    /// Whether it lets in over an encrypted line alone.
    default boolean onlyEncrypted() {
        return false;
    }

    private Dialogue connect() throws IOException {
        return onlyEncrypted() ? encrypted(greeted()) : greeted();
    }

    private Dialogue greeted() throws IOException {
        var client = new Dialogue(port());
        client.reply();
        return client.smtp("EHLO client.example", "250");
    }

    private static Dialogue encrypted(Dialogue client) throws IOException {
        client.smtp("STARTTLS", "220");
        return client.encrypt().smtp("EHLO client.example", "250");
    }
}
