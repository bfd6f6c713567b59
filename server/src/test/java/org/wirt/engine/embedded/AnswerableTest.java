package org.wirt.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered by itself, and what never (RFC 3834, 2).
class AnswerableTest {

    private static final List<String> NAMES = List.of("info@adler.example", "kontakt@adler.example");
    private static final String TO = "To: Gasthof <Info@Adler.example>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TO,
                "Cc: x@elsewhere.example, \"Adler, Gasthof\" <kontakt@adler.example>",
                TO + "\r\nAuto-Submitted: No",
                TO + "\r\nAuto-Submitted: no (said so)",
                TO + "\r\nPrecedence: first-class"
            })
    void whatAPersonWroteToTheMailboxIsAnswered(String headers) throws MessagingException {
        assertThat(isAnswered("gast@elsewhere.example", headers)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: alle@elsewhere.example",
                "Subject: an niemanden",
                "To: <",
                "To: notinfo@adler.example",
                TO + "\r\nAuto-Submitted: auto-replied",
                TO + "\r\nauto-submitted: Auto-Generated; owner-email=\"x@elsewhere.example\"",
                TO + "\r\nPrecedence: Bulk",
                TO + "\r\nPrecedence: list",
                TO + "\r\nPrecedence: junk",
                TO + "\r\nList-Id: Neues <neues.elsewhere.example>",
                TO + "\r\nList-Unsubscribe: <https://elsewhere.example/>",
                TO + "\r\nX-Auto-Response-Suppress: DR, OOF, AutoReply"
            })
    void whatAMachineOrAListSentIsNot(String headers) throws MessagingException {
        assertThat(isAnswered("gast@elsewhere.example", headers)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MAILER-DAEMON@elsewhere.example",
                "postmaster@elsewhere.example",
                "owner-neues@elsewhere.example",
                "neues-owner@elsewhere.example",
                "Neues-Request@elsewhere.example",
                "Info@adler.example",
                "nobody"
            })
    void whoIsNoPersonIsNotAnsweredNorTheMailboxItself(String sender) throws MessagingException {
        assertThat(isAnswered(sender, TO)).isFalse();
    }

    @Test
    void everySenderIsAnsweredOnceADayByEachMailbox() {
        var now = new AtomicReference<>(Instant.parse("2026-06-10T10:00:00Z"));
        var answered = new Answered(clock(now::get));
        assertThat(answered.isFirst(1, "a@x.example")).isTrue();
        assertThat(answered.isFirst(1, "a@x.example")).isFalse();
        assertThat(answered.isFirst(1, "b@x.example")).isTrue();
        assertThat(answered.isFirst(2, "a@x.example")).isTrue();
        now.set(now.get().plus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(answered.isFirst(1, "a@x.example")).isFalse();
        now.set(now.get().plusSeconds(1));
        assertThat(answered.isFirst(1, "a@x.example")).isTrue();
        assertThat(answered.isFirst(1, "a@x.example")).isFalse();
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private static boolean isAnswered(String sender, String headers) throws MessagingException {
        var text = (headers + "\r\n\r\nText").getBytes(StandardCharsets.UTF_8);
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(text));
        return Answerable.is(sender, message, NAMES);
    }
}
