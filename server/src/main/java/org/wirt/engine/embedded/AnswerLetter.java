package org.wirt.engine.embedded;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirt.hosting.MailAnswer;

/// What a mailbox answers to one message: it says of itself that it is such an answer, and to what (RFC 3834, 3).
final class AnswerLetter {

    /// Of a message that has none, as Dovecot says it.
    private static final String NO_SUBJECT = "Automated reply";

    private static final String IDENTITY = "Message-ID";
    private static final String THREAD = "References";

    private AnswerLetter() {}

    static byte[] bytes(MailAnswer answer, String to, MimeMessage message, Instant now)
            throws MessagingException, IOException {
        var properties = new Properties();
        properties.setProperty("mail.from", answer.address());
        var letter = new MimeMessage(Session.getInstance(properties));
        letter.setFrom(new InternetAddress(answer.address()));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject(answer.subject().orElseGet(() -> subject(message)), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-replied");
        answersTo(letter, message);
        letter.setText(answer.text(), StandardCharsets.UTF_8.name(), answer.html() ? "html" : "plain");
        var bytes = new ByteArrayOutputStream();
        letter.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String subject(MimeMessage message) {
        try {
            var said = message.getSubject();
            return said == null || said.isBlank()
                    ? NO_SUBJECT
                    : "Auto: " + said.replaceAll("\\p{Cntrl}+", " ").strip();
        } catch (MessagingException _) {
            return NO_SUBJECT;
        }
    }

    private static void answersTo(MimeMessage letter, MimeMessage message) throws MessagingException {
        var identity = message.getHeader(IDENTITY, null);
        if (identity == null) return;
        letter.setHeader("In-Reply-To", identity);
        var thread = message.getHeader(THREAD, " ");
        letter.setHeader(
                THREAD,
                Stream.of(thread == null ? "" : thread, identity)
                        .filter(part -> !part.isBlank())
                        .map(part -> part.replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\r\n ")));
    }
}
