package org.wirt.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.hosting.Forward;
import org.wirt.hosting.SiteDetails;

/// Makes what a mail name consists of: a mailbox, a forward, aliases, or nothing but the name.
@Component
class MailMaking {

    private final MailNames names;
    private final KeptObjects kept;
    private final Deeds deeds;

    MailMaking(MailNames names, KeptObjects kept, Deeds deeds) {
        this.names = names;
        this.kept = kept;
        this.deeds = deeds;
    }

    MailName make(Exchange exchange, SiteDetails site, String name, Element said) {
        if (name.equals(Forward.NOBODYS)) throw Failed.invalid("Mail for nobody is said in set_prefs.");
        boolean box = said.child("mailbox")
                .map(one -> Forms.bool(one.needed("enabled").text()))
                .orElse(false);
        boolean way = said.child("forwarding")
                .map(one -> MailWords.isOn(one).orElse(true))
                .orElse(false);
        if (box) mailbox(exchange, site, name, said);
        if (way) forward(exchange, site, name, MailWords.addresses(said), box);
        if (!box && MailWords.password(said).filter(word -> !word.isEmpty()).isPresent())
            throw new Failed(ErrorNumbers.NOT_SUPPORTED, "A mail name without a mailbox has no password.");
        if (!box && !way) bare(exchange, site, name);
        for (var alias : MailWords.aliases(said)) alias(exchange, site, name, alias);
        return names.of(site)
                .named(name)
                .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "Mail name '" + name + "' was not made."));
    }

    static Failed exists(String name) {
        return new Failed(ErrorNumbers.EXISTS, "Mail name '" + name + "' already exists.");
    }

    private void mailbox(Exchange exchange, SiteDetails site, String name, Element said) {
        var input = new LinkedHashMap<String, String>();
        input.put("local", name);
        input.put("site", Long.toString(site.id()));
        input.put("numbers", "en");
        input.put("password", MailWords.firstPassword(said));
        MailWords.quota(said).ifPresent(quota -> input.put("quota", MailWords.megabytes(quota)));
        deeds.start(exchange, "mailbox.create", site.subscription(), input);
    }

    /// @param keep whether it stays in a mailbox of that name, too
    void forward(Exchange exchange, SiteDetails site, String name, List<String> targets, boolean keep) {
        var input = new LinkedHashMap<String, String>();
        input.put("local", name);
        input.put("site", Long.toString(site.id()));
        input.put("targets", String.join("\n", targets));
        input.put("keep", String.valueOf(keep));
        deeds.start(exchange, "forward.create", site.subscription(), input);
    }

    void alias(Exchange exchange, SiteDetails site, String name, String alias) {
        if (names.of(site).isTaken(alias)) throw exists(alias);
        deeds.start(
                exchange,
                "forward.create",
                site.subscription(),
                Map.of(
                        "local",
                        alias,
                        "site",
                        Long.toString(site.id()),
                        "targets",
                        name + "@" + site.host(),
                        "alias",
                        "true"));
    }

    /// With the mailbox that it is to have from now on. What it forwards goes on, and stays there, too.
    MailName withMailbox(Exchange exchange, SiteDetails site, MailName one, Element said, String way) {
        if (way.equals("remove")
                || one.mailbox().isPresent()
                || !MailWords.isOn(said.part("mailbox")).orElse(false)) return one;
        one.bare().ifPresent(bare -> kept.remove(exchange, bare));
        one.forward().ifPresent(before -> deeds.start(exchange, "forward.remove", before.id(), Map.of()));
        mailbox(exchange, site, one.name(), said);
        one.forward().ifPresent(before -> forward(exchange, site, one.name(), before.targets(), true));
        return names.of(site)
                .named(one.name())
                .orElseThrow(() -> new Failed(ErrorNumbers.FAILED, "The mailbox was not made."));
    }

    void bare(Exchange exchange, SiteDetails site, String name) {
        kept.add(exchange, new KeptObjects.New(MailNames.KIND, Kept.Subject.SITE, site.id(), name, Map.of()));
    }
}
