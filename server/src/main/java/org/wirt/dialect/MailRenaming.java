package org.wirt.dialect;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDetails;
import org.wirt.value.InvalidValue;
import org.wirt.value.MailboxLocal;
import org.wirt.value.Refused;

/// Calls a mail name otherwise: its mailbox, its forward, or the bare name, all of it or nothing.
@Component
class MailRenaming {

    private final MailNames names;
    private final KeptObjects kept;
    private final Deeds deeds;

    MailRenaming(MailNames names, KeptObjects kept, Deeds deeds) {
        this.names = names;
        this.kept = kept;
        this.deeds = deeds;
    }

    void rename(Exchange exchange, SiteDetails site, String name, String other) {
        var said = local(other);
        deeds.together(exchange, () -> names.of(site).named(name.toLowerCase(Locale.ROOT)), MailNames.MISSING, one -> {
            if (one.name().equals(said)) return;
            if (names.of(site).isTaken(said)) throw MailMaking.exists(said);
            rename(exchange, one, said);
        });
    }

    /// The forward first: other names stay with the mailbox as long as that is called so, and go along with it.
    private void rename(Exchange exchange, MailName one, String name) {
        var input = Map.of("local", name);
        one.forward().ifPresent(way -> deeds.start(exchange, "forward.rename", way.id(), input));
        one.mailbox().ifPresent(box -> deeds.start(exchange, "mailbox.rename", box.id(), input));
        one.bare().ifPresent(bare -> kept.change(exchange, bare, name, bare.data()));
    }

    private static String local(String said) {
        try {
            return new MailboxLocal(said).text();
        } catch (InvalidValue e) {
            throw new Refused(e.in("local"));
        }
    }
}
