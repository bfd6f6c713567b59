package org.wirt.engine.embedded;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which messages are answered by themselves: those that a person wrote to this very mailbox. Nothing that a machine
/// sent, or machines would answer each other for ever (RFC 3834, 2).
final class Answerable {

    /// Who writes for lists, and who says what became of other mail.
    private static final Pattern MACHINES =
            Pattern.compile("mailer-daemon|postmaster|listserv|majordomo|owner-.*|.*-owner|.*-request");

    private static final Pattern BULK = Pattern.compile("bulk|list|junk");
    private static final Pattern UNANSWERED = Pattern.compile("all|oof|autoreply");

    /// As mailing lists name themselves (RFC 2369, RFC 2919).
    private static final List<String> LISTS = List.of(
            "List-Id", "List-Unsubscribe", "List-Post", "List-Help", "List-Subscribe", "List-Owner", "List-Archive");

    private Answerable() {}

    /// @param sender as the envelope names him; empty: nobody
    /// @param names  under which the mailbox is known
    static boolean is(String sender, MimeMessage message, Collection<String> names) throws MessagingException {
        return isPerson(sender, names) && !isFromMachine(message) && isTo(message, names);
    }

    private static boolean isPerson(String sender, Collection<String> names) {
        var address = sender.toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        return at > 0
                && !names.contains(address)
                && !MACHINES.matcher(address.substring(0, at)).matches();
    }

    private static boolean isFromMachine(MimeMessage message) throws MessagingException {
        for (var list : LISTS) if (message.getHeader(list) != null) return true;
        return words(message, "Auto-Submitted").stream().anyMatch(word -> !word.equals("no"))
                || words(message, "Precedence").stream()
                        .anyMatch(word -> BULK.matcher(word).matches())
                || words(message, "X-Auto-Response-Suppress").stream()
                        .anyMatch(word -> UNANSWERED.matcher(word).matches());
    }

    /// What a header says, without the parameters of its words and without comments.
    private static List<String> words(MimeMessage message, String header) throws MessagingException {
        var said = message.getHeader(header, ",");
        if (said == null) return List.of();
        return Pattern.compile(",")
                .splitAsStream(said.replaceAll("\\([^)]*\\)", ""))
                .map(word -> word.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isTo(MimeMessage message, Collection<String> names) throws MessagingException {
        for (var header : List.of("To", "Cc")) {
            var said = message.getHeader(header, ",");
            if (said != null && addresses(said).stream().anyMatch(names::contains)) return true;
        }
        return false;
    }

    private static List<String> addresses(String said) {
        try {
            return List.of(InternetAddress.parseHeader(said, false)).stream()
                    .map(address -> String.valueOf(address.getAddress()).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (AddressException _) {
            return List.of();
        }
    }
}
