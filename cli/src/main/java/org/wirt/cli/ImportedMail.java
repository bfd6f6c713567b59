package org.wirt.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Mail names of a domain: mailboxes, forwards, and the other names they have, which are forwards here.
final class ImportedMail {

    private static final String KIND = "mail";
    private static final String MAILBOX = "mailbox";
    private static final String FORWARDING = "forwarding";
    private static final long MEGABYTE = 1L << 20;

    private final Crossing crossing;

    ImportedMail(Crossing crossing) {
        this.crossing = crossing;
    }

    /// @param number of the domain here; empty: it would be made
    /// @param fresh  nothing of it can be here
    void take(String source, String number, String domain, boolean fresh) {
        var asked = Crossing.on("get_info", "site-id", source);
        for (var part : List.of(MAILBOX, FORWARDING, "aliases", ImportedAnswer.NODE)) asked.add(new Node(part));
        var names = crossing.told(KIND, KIND, asked, domain).stream()
                .filter(one -> !one.part("mailname").text("name").isEmpty())
                .toList();
        if (names.isEmpty()) return;
        var present = fresh ? Set.<String>of() : present(number);
        for (var one : names) {
            var mail = one.part("mailname");
            name(one, mail, number, domain, present);
            for (var alias : mail.all("alias"))
                if (!alias.text().isEmpty()) alias(one, mail, alias.text(), number, domain, present);
        }
    }

    private Set<String> present(String number) {
        var names = new HashSet<String>();
        for (var one : crossing.ours(KIND, Crossing.on("get_info", "site-id", number)))
            names.add(one.part("mailname").text("name"));
        return names;
    }

    private void name(Node result, Node mail, String number, String domain, Set<String> present) {
        var name = mail.text("name").toLowerCase(Locale.ROOT);
        var address = name + "@" + domain;
        if (present.contains(name)) {
            crossing.present(KIND, result, address, "");
            return;
        }
        var answer = ImportedAnswer.of(mail, isOn(mail) || isDisabled(mail));
        crossing.make(KIND, result, address, () -> made(mail, answer, name, address, number));
        answer.left().ifPresent(why -> crossing.not(KIND, result, address, crossing.t.of(why)));
    }

    private static boolean isOn(Node mail) {
        return mail.part(MAILBOX).text("enabled").equals("true");
    }

    /// Names without a mailbox are told alike: of those no size is told, or, where they forward, none of their own.
    private static boolean isDisabled(Node mail) {
        var quota = mail.part(MAILBOX).text("quota");
        return !isOn(mail)
                && !quota.isEmpty()
                && (isSize(quota) || !mail.part(FORWARDING).text("enabled").equals("true"));
    }

    private Node made(Node mail, ImportedAnswer answer, String name, String address, String number)
            throws Packets.Refused {
        var wanted = new Node("mailname").add("name", name);
        boolean box = isOn(mail) || isDisabled(mail);
        var password = NewPasswords.fresh();
        if (box) {
            wanted.add(new Node(MAILBOX).add("enabled", "true").add("quota", quota(mail.part(MAILBOX))));
            wanted.add(new Node("password").add("value", password).add("type", "plain"));
        }
        if (mail.part(FORWARDING).text("enabled").equals("true")) {
            var forwarding = new Node(FORWARDING).add("enabled", "true");
            mail.part(FORWARDING).all("address").forEach(forwarding::add);
            wanted.add(forwarding);
        }
        answer.taken().ifPresent(wanted::add);
        var made = create(number, wanted);
        if (isDisabled(mail)) disable(number, name);
        if (box) crossing.passwords.note(MAILBOX, address, password);
        return made;
    }

    /// Whole megabytes, which is how they are counted here: nobody gets less than he had.
    private static String quota(Node mailbox) {
        var text = mailbox.text("quota");
        return isSize(text) ? Long.toString(Math.ceilDiv(Long.parseLong(text), MEGABYTE) * MEGABYTE) : "-1";
    }

    private static boolean isSize(String quota) {
        return quota.matches("[1-9]\\d{0,17}");
    }

    private void disable(String number, String name) throws Packets.Refused {
        var wanted = new Node("mailname").add("name", name).add(new Node(MAILBOX).add("enabled", "false"));
        var filter = new Node("filter").add("site-id", number).add(wanted);
        crossing.here.one(KIND, new Node("update").add(new Node("set").add(filter)));
    }

    private void alias(Node result, Node mail, String alias, String number, String domain, Set<String> present) {
        var address = alias + "@" + domain;
        if (present.contains(alias.toLowerCase(Locale.ROOT))) {
            crossing.present(KIND, result, address, "");
            return;
        }
        crossing.make(KIND, result, address, () -> {
            var forwarding =
                    new Node(FORWARDING).add("enabled", "true").add("address", mail.text("name") + "@" + domain);
            return create(number, new Node("mailname").add("name", alias).add(forwarding));
        });
    }

    private Node create(String number, Node wanted) throws Packets.Refused {
        var filter = new Node("filter").add("site-id", number).add(wanted);
        return crossing.here.one(KIND, new Node("create").add(filter)).part("mailname");
    }
}
