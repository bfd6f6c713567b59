package org.wirt.hosting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.value.DomainName;
import org.wirt.value.InvalidValue;

/// What gets another name when a domain does: itself, and the subdomains that hang below it and are still called after
/// it. Call within a scoped transaction.
@Component
class Renamings {

    private final Sites sites;
    private final List<NamedAfter> below;

    Renamings(Sites sites, List<NamedAfter> below) {
        this.sites = sites;
        this.below = below;
    }

    /// @param name the new one
    record Renaming(Site site, DomainName name) {}

    /// The domain itself comes first.
    ///
    /// @throws InvalidValue where the name of a subdomain would be too long
    List<Renaming> of(Site site, DomainName name) {
        var all = new ArrayList<>(List.of(new Renaming(site, name)));
        var seen = new HashSet<>(List.of(site.id()));
        var above = List.of(site);
        while (!above.isEmpty()) {
            above = below(above).stream()
                    .filter(one -> one.host().endsWith("." + site.host()) && one.isBeside(site) && seen.add(one.id()))
                    .toList();
            for (var one : above) all.add(new Renaming(one, renamed(one, site, name)));
        }
        return all;
    }

    private List<Site> below(List<Site> above) {
        var ids = above.stream().map(Site::id).toList();
        return sites.load(
                below.stream().flatMap(known -> known.below(ids).stream()).toList());
    }

    private static DomainName renamed(Site one, Site above, DomainName name) {
        var left = one.host().substring(0, one.host().length() - above.host().length());
        return new DomainName(left + name.ascii());
    }
}
