package org.wirt.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.hosting.SiteDirectory;
import org.wirt.hosting.Sites;
import org.wirt.hosting.Zones;

/// Answers how the DNS of domains as a whole is set up: who speaks for them, and for how long that holds.
@Component
class DnsZones {

    /// So many are read at once.
    private static final int BATCH = 500;

    private static final Filter.Kinds KINDS =
            new Filter.Kinds(Set.of(), Set.of(ZoneFinder.SITE, ZoneFinder.ALIAS, ZoneFinder.NAME));

    private final ZoneFinder finder;
    private final SiteDirectory directory;
    private final Sites sites;
    private final Zones zones;
    private final ScopedTransaction transaction;

    DnsZones(ZoneFinder finder, SiteDirectory directory, Sites sites, Zones zones, ScopedTransaction transaction) {
        this.finder = finder;
        this.directory = directory;
        this.sites = sites;
        this.zones = zones;
        this.transaction = transaction;
    }

    /// Without a filter all are meant, as with an empty one.
    Operation operation() {
        return new Operation(asked -> asked.child("filter").ifPresent(_ -> Filter.check(asked, KINDS)), this::answer);
    }

    private void answer(Element asked, Exchange exchange, Consumer<Element> results) {
        var filter = asked.has("filter") ? Filter.of(asked) : Filter.EVERYTHING;
        if (filter.isAll()) all(asked, exchange, results);
        for (var value : filter.values())
            exchange.tell(results, () -> told(asked, exchange, finder.needed(exchange, filter.kind(), value)));
    }

    private void all(Element asked, Exchange exchange, Consumer<Element> results) {
        long last = 0;
        while (true) {
            long after = last;
            var some = transaction.read(exchange.scope(), () -> directory.after(Optional.empty(), false, after, BATCH));
            some.forEach(site -> results.accept(told(asked, exchange, site)));
            if (some.isEmpty()) {
                if (last == 0) results.accept(new Element("result").add("status", "ok"));
                return;
            }
            last = some.getLast();
        }
    }

    private Element told(Element asked, Exchange exchange, long site) {
        var result = new Element("result").add("status", "ok").add(ZoneFinder.SITE, site);
        if (asked.has("soa")) result.add(soa(exchange, site));
        return result.add("zone_type", "master").add("zone_status", "enabled");
    }

    /// As the servers tell it; where none serves the domain yet, as one will.
    private Element soa(Exchange exchange, long site) {
        return transaction.read(exchange.scope(), () -> sites.load(List.of(site))).stream()
                .flatMap(one -> zones.derived(one).stream())
                .filter(record -> record.type().equals("SOA"))
                .findFirst()
                .map(record -> {
                    var words = record.content().split(" ", -1);
                    return soa(record.ttl(), words[3], words[4], words[5], words[6]);
                })
                .orElseGet(() -> soa(3600, "10800", "3600", "604800", "300"));
    }

    /// All in seconds (RFC 1035 3.3.13).
    private static Element soa(int ttl, String refresh, String retry, String expire, String minimum) {
        return new Element("soa")
                .add("ttl", ttl)
                .add("refresh", refresh)
                .add("retry", retry)
                .add("expire", expire)
                .add("minimum", minimum);
    }
}
