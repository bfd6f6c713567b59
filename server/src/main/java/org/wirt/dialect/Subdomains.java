package org.wirt.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.NamedAfter;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.Refused;

/// Which sites clients have called subdomains: Wirt has them as any other of the subscription, and keeps below which
/// of its domains they hang. One that was given a name outside of that domain is a site like others. Call within a
/// scoped transaction.
@Component
class Subdomains implements NamedAfter {

    static final String PARENT = "subdomain-of";

    /// What plans and subscriptions call how many there may be.
    static final String LIMIT = "max_subdom";

    private final SiteDirectory sites;
    private final KeptRoom room;
    private final KeptRights rights;
    private final Kept kept;

    Subdomains(SiteDirectory sites, KeptRoom room, KeptRights rights, Kept kept) {
        this.sites = sites;
        this.room = room;
        this.rights = rights;
        this.kept = kept;
    }

    /// What hangs below another site is called after it, whole or in its left part.
    static String name(String said, Optional<SiteDetails> above) {
        return above.filter(_ -> said.indexOf('.') < 0)
                .map(site -> said + "." + site.host())
                .orElse(said);
    }

    /// @throws Refused where the caller may not manage those of the subscription
    void permit(Exchange exchange, SiteDetails site) {
        rights.words(exchange, Websites.subject(site.isMain()), site.id(), List.of(PARENT));
    }

    /// The name of a subdomain, of which the left part may be said alone.
    ///
    /// @param parent as servers write it
    static String whole(String said, String parent) {
        var ascii = SubdomainOperator.folder(said).toLowerCase(Locale.ROOT);
        return ascii.equals(parent) || isBelow(ascii, parent) ? said : said + "." + parent;
    }

    private static boolean isBelow(String host, String parent) {
        return host.endsWith("." + parent);
    }

    /// @throws Failed 1024 where the subscription may have no more of them
    void room(Exchange exchange, SiteDetails parent) {
        permit(exchange, parent);
        room.check(parent.subscription(), LIMIT, KeptCounts.Count::subdomains);
    }

    void keep(Exchange exchange, long site, SiteDetails parent) {
        kept.keep(exchange, Kept.Subject.SITE, site, Map.of(PARENT, Long.toString(parent.id())));
    }

    /// By the number of the site below it; of others nothing.
    Map<Long, SiteDetails> parents(Collection<Long> ids) {
        var numbers = new HashMap<Long, Long>();
        kept.of(Kept.Subject.SITE, ids)
                .forEach((id, own) ->
                        Ids.number(own.getOrDefault(PARENT, "")).ifPresent(parent -> numbers.put(id, parent)));
        var there = sites.read(numbers.values().stream().distinct().toList());
        var all = new HashMap<Long, SiteDetails>();
        var own = sites.read(numbers.keySet());
        own.forEach((id, site) -> Optional.ofNullable(there.get(numbers.get(id)))
                .filter(parent -> isBelow(site, parent))
                .ifPresent(parent -> all.put(id, parent)));
        return all;
    }

    @Override
    public List<Long> below(Collection<Long> sites) {
        return kept.saying(
                Kept.Subject.SITE, PARENT, sites.stream().map(String::valueOf).toList());
    }

    /// The next so many in the order of their numbers. What is said of sites in the recycle bin is still kept: those
    /// are passed over, and others read in their place.
    ///
    /// @param parent absent: all in sight
    List<Long> below(Optional<SiteDetails> parent, long after, int most) {
        var all = new ArrayList<Long>();
        long last = after;
        while (all.size() < most) {
            var whose = parent.map(site -> Long.toString(site.id()));
            var some = kept.saying(Kept.Subject.SITE, PARENT, whose, last, most - all.size());
            if (some.isEmpty()) break;
            var there = parents(some);
            some.stream().filter(there::containsKey).forEach(all::add);
            last = some.getLast();
        }
        return all;
    }

    private static boolean isBelow(SiteDetails one, SiteDetails parent) {
        return one.subscription() == parent.subscription() && isBelow(one.host(), parent.host());
    }
}
