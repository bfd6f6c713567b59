package org.wirt.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.Forward;
import org.wirt.hosting.Forwards;
import org.wirt.hosting.SiteDirectory;

/// What packets say of the mail of a domain as a whole, done: whether it is served, and who gets mail for nobody.
@Component
class DomainMail {

    private final SiteDirectory sites;
    private final Forwards forwards;
    private final Deeds deeds;

    DomainMail(SiteDirectory sites, Forwards forwards, Deeds deeds) {
        this.sites = sites;
        this.forwards = forwards;
        this.deeds = deeds;
    }

    /// What is not said stays as it is. Call within a scoped transaction.
    void change(Exchange exchange, long site, Element said) {
        MailPreferences.service(said).ifPresent(on -> serve(exchange, site, on));
        MailPreferences.nobody(said).ifPresent(targets -> nobody(exchange, site, targets));
    }

    /// Whether servers here take its mail.
    void serve(Exchange exchange, long site, boolean on) {
        deeds.start(exchange, on ? "site.mail-on" : "site.mail-off", site, Map.of());
    }

    private void nobody(Exchange exchange, long site, String targets) {
        var now = nobodys(site);
        if (targets.isEmpty()) now.ifPresent(way -> deeds.start(exchange, "forward.remove", way.id(), Map.of()));
        else if (now.isPresent())
            deeds.start(exchange, "forward.change", now.get().id(), Map.of("targets", targets));
        else
            sites.read(List.of(site))
                    .values()
                    .forEach(one -> deeds.start(
                            exchange,
                            "forward.create",
                            one.subscription(),
                            Map.of("local", Forward.NOBODYS, "site", Long.toString(site), "targets", targets)));
    }

    private Optional<Forward> nobodys(long site) {
        return forwards.ofSite(site).stream().filter(Forward::isNobodys).findFirst();
    }
}
