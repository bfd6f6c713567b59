package org.wirt.notification;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.wirt.database.Settings;
import org.wirt.database.StartRefused;

/// The mail server that takes Wirt's letters (`WIRT_MAIL_RELAY`).
record MailRelay(String host, int port) {

    private static final String TIMEOUT_MILLIS = "20000";

    static MailRelay of(String setting) {
        int colon = setting.lastIndexOf(':');
        var port = new Settings(_ -> setting.substring(colon + 1)).port("WIRT_MAIL_RELAY", 0);
        if (colon < 1 || port == 0)
            throw new StartRefused("WIRT_MAIL_RELAY must be host:port, e.g. mail.example.org:25");
        return new MailRelay(setting.substring(0, colon), port);
    }

    /// @param answers where answers go; empty: to the sender
    void send(String from, String answers, String to, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.starttls.enable", "true");
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + limit, TIMEOUT_MILLIS);
        }
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(from));
        if (!answers.isEmpty()) message.setReplyTo(new Address[] {new InternetAddress(answers)});
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }
}
