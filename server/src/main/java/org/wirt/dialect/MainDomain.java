package org.wirt.dialect;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.account.Reasons;
import org.wirt.hosting.SiteDirectory;

/// A subscription and its main domain are one thing in the protocol: active is the one only together with the other.
/// Call within a scoped transaction.
@Component
class MainDomain {

    private final SiteDirectory sites;
    private final Deeds deeds;
    private final Websites websites;

    MainDomain(SiteDirectory sites, Deeds deeds, Websites websites) {
        this.sites = sites;
        this.deeds = deeds;
        this.websites = websites;
    }

    /// Its subscription was activated: so is what was suspended of the domain alone, as far as the caller may, and a
    /// website that was disabled is on again where nothing else keeps it dark.
    void follow(Exchange exchange, long subscription) {
        int mask = Reasons.liftable(exchange.caller().level());
        if (sites.read(subscription)
                .filter(site -> (site.own().bits() & mask) != 0)
                .isPresent()) deeds.start(exchange, "site.activate", subscription, Map.of());
        sites.read(subscription)
                .filter(site -> site.own().isActive() && site.above().isActive())
                .ifPresent(site -> websites.switchOn(exchange, site));
    }

    /// How both stand.
    Optional<Standings.Standing> standing(long subscription) {
        return sites.read(subscription)
                .map(site -> new Standings.Standing(site.subscriptionName(), site.own(), site.above()));
    }
}
