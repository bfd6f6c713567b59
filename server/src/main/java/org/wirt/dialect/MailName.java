package org.wirt.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Mailbox;

/// What stands under one name of a domain: a mailbox, a forward, or both. A name that is neither is kept, and no mail
/// comes to it.
///
/// @param aliases other names under which its mail arrives
record MailName(
        String name,
        Optional<Mailbox> mailbox,
        Optional<Forward> forward,
        Optional<KeptObjects.One> bare,
        List<Forward> aliases) {

    /// Numbers of three kinds, told apart: clients want one for each name and send it nowhere.
    long id() {
        return mailbox.map(box -> box.id() * 3)
                .or(() -> forward.map(one -> one.id() * 3 + 1))
                .or(() -> bare.map(one -> one.id() * 3 + 2))
                .orElse(0L);
    }

    /// By their numbers, as all answers are.
    static List<String> inOrder(Collection<MailName> names) {
        return names.stream()
                .sorted(Comparator.comparingLong(MailName::id))
                .map(MailName::name)
                .toList();
    }

    /// Whether it has a mailbox that is not disabled.
    boolean isOn() {
        return mailbox.filter(box -> !box.off()).isPresent();
    }

    /// As far as it was asked for.
    Element told(Element asked) {
        var told = new Element("mailname").add("id", id()).add("name", name);
        if (asked.has("mailbox") || asked.has("mailbox-usage")) {
            var box = new Element("mailbox").add("enabled", isOn());
            mailbox.ifPresent(found -> box.add("quota", found.quota()));
            told.add(box);
        }
        if (asked.has("forwarding")) {
            var forwarding = new Element("forwarding").add("enabled", forward.isPresent());
            forward.ifPresent(found -> found.targets().forEach(to -> forwarding.add("address", to)));
            told.add(forwarding);
        }
        if (asked.has("aliases")) aliases.forEach(alias -> told.add("alias", alias.local()));
        if (asked.has("autoresponder")) told.add(MailAnswers.told(mailbox.flatMap(Mailbox::answer)));
        return told;
    }
}
