package org.wirt.engine.embedded;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Properties;
import org.subethamail.smtp.RejectException;

/// The server that takes mail for the rest of the world. Asked while the customer waits: what it refuses, the customer
/// learns at once, and nothing is kept here.
final class Relay {

    private static final String PATIENCE_MILLIS = "20000";

    private final HostAndPort address;

    Relay(HostAndPort address) {
        this.address = address;
    }

    /// @param sender empty: nobody, to whom nothing comes back (RFC 5321, 4.5.5)
    void send(String sender, Collection<String> recipients, byte[] message) throws RejectException {
        var session = Session.getInstance(properties(sender));
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(message)), addresses(recipients));
        } catch (SendFailedException e) {
            throw new RejectException(554, "5.1.1 Refused by the next server: " + line(e));
        } catch (MessagingException e) {
            throw new RejectException(451, "4.4.1 The next server cannot be reached: " + line(e));
        }
    }

    /// Encrypted where the relay offers it, without asking who it is (RFC 7435).
    private Properties properties(String sender) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", address.host());
        properties.setProperty("mail.smtp.port", Integer.toString(address.port()));
        properties.setProperty("mail.smtp.from", sender.isEmpty() ? "<>" : sender);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.ssl.trust", "*");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return properties;
    }

    private static Address[] addresses(Collection<String> recipients) throws MessagingException {
        var list = new ArrayList<Address>();
        for (var recipient : recipients) list.add(new InternetAddress(recipient));
        return list.toArray(Address[]::new);
    }

    private static String line(MessagingException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
