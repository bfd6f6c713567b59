package org.wirt.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirt.value.EmailAddress;
import org.wirt.value.InvalidValue;
import org.wirt.value.RandomPassword;

/// What packets say of a mail name, read; and what they may not say of one.
final class MailWords {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "cp-access",
            "mailbox",
            "forwarding",
            "alias",
            "autoresponder",
            "password",
            "user-guid",
            "antivir",
            "outgoing-messages-mbox-limit",
            "description");

    /// What a mail name has nothing of, and the values that say so.
    private static final Map<String, Set<String>> NOTHING = Map.of(
            "user-guid", Set.of(""),
            "antivir", Set.of("", "none", "off"),
            "outgoing-messages-mbox-limit", Set.of("", "default", "-1"),
            "description", Set.of(""));

    private static final long MEGABYTE = 1L << 20;

    private MailWords() {}

    /// Whoever says the number of a mail name beside it means no other.
    static boolean isMeant(Element said, MailName one) {
        return said.child("id")
                .map(Element::text)
                .filter(id -> !id.isEmpty() && !id.equals(Long.toString(one.id())))
                .isEmpty();
    }

    /// Absent where it is not said.
    static Optional<Boolean> isOn(Element part) {
        return part.child("enabled").map(said -> Forms.bool(said.text()));
    }

    static Optional<String> quota(Element said) {
        return said.child("mailbox").map(box -> box.text("quota")).filter(quota -> !quota.isEmpty());
    }

    /// Unlimited is as much as the subscription allows.
    static String megabytes(String quota) {
        if (quota.equals("-1")) return "";
        long bytes = Ids.number(quota).orElseThrow(() -> Failed.invalid("Wrong quota: " + quota));
        if (bytes % MEGABYTE != 0 || bytes == 0)
            throw Failed.invalid("The quota of a mailbox is a number of whole megabytes.");
        return Long.toString(bytes / MEGABYTE);
    }

    /// Only the servers' own kind of hash is kept, and nobody else makes that one.
    static Optional<String> password(Element said) {
        return said.child("password").map(one -> {
            var type = one.text("type");
            if (!type.isEmpty() && !type.equals("plain"))
                throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A password is taken plain.");
            return (one.children().isEmpty() ? one : one.part("value")).exactly();
        });
    }

    /// Of a mailbox that is made without one nobody knows it, until another is said.
    static String firstPassword(Element said) {
        return password(said).orElseGet(RandomPassword::make);
    }

    /// As servers write them, as far as they are addresses; the others are refused by whoever is to send there.
    static List<String> addresses(Element said) {
        return said.part("forwarding").all("address").stream()
                .map(Element::text)
                .filter(address -> !address.isEmpty())
                .map(MailWords::address)
                .distinct()
                .toList();
    }

    private static String address(String typed) {
        try {
            return new EmailAddress(typed).key();
        } catch (InvalidValue _) {
            return typed;
        }
    }

    static List<String> aliases(Element said) {
        return said.all("alias").stream()
                .map(alias -> alias.text().toLowerCase(Locale.ROOT))
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
    }

    /// @throws Fault for what the protocol does not say of a mail name
    static void refuseUnknown(Element said) {
        for (var node : said.children())
            if (!KNOWN.contains(node.name()))
                throw Fault.malformed("Node " + node.name() + " is not expected in mailname");
    }

    /// Nothing is taken that would not work, and of what does not, only that it is not so.
    static void refuseExtras(Element said) {
        password(said);
        if (Forms.bool(said.text("cp-access"))) throw unsupported("cp-access");
        NOTHING.forEach((node, values) -> {
            if (!values.contains(said.text(node).toLowerCase(Locale.ROOT))) throw unsupported(node);
        });
    }

    private static Failed unsupported(String node) {
        return new Failed(ErrorNumbers.NOT_SUPPORTED, "A mail name has no " + node + ".");
    }
}
