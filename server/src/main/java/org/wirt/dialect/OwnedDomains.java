package org.wirt.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.DomainName;

/// The domains of accounts, as `get-domain-list` tells them.
@Component
class OwnedDomains {

    private final SiteDirectory sites;

    OwnedDomains(SiteDirectory sites) {
        this.sites = sites;
    }

    /// Call within a scoped transaction.
    Map<Long, List<SiteDetails>> of(Collection<Long> owners) {
        var all = new HashMap<Long, List<SiteDetails>>();
        for (var owner : owners) all.put(owner, new ArrayList<>());
        for (var site : sites.ofOwners(owners))
            all.computeIfAbsent(site.owner(), _ -> new ArrayList<>()).add(site);
        return all;
    }

    static Element told(List<SiteDetails> sites) {
        var domains = new Element("domains");
        for (var site : sites)
            domains.add(new Element("domain")
                    .add("id", site.id())
                    .add("name", new DomainName(site.host()).display())
                    .add("ascii-name", site.host())
                    .add("type", "domain")
                    .add("main", site.isMain())
                    .add("guid", site.guid())
                    .add("external-id", ""));
        return domains;
    }
}
