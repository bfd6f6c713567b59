package org.wirt.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.hosting.SiteDetails;
import org.wirt.hosting.SiteDirectory;
import org.wirt.value.DomainName;

/// The domains of accounts with what hangs below them and what else they are called, as `get-domain-list` tells them.
@Component
class OwnedDomains {

    /// @param parent of a subdomain
    private record Owned(SiteDetails site, Optional<SiteDetails> parent, List<KeptObjects.One> aliases) {}

    private final SiteDirectory sites;
    private final Subdomains subdomains;
    private final KeptObjects kept;

    OwnedDomains(SiteDirectory sites, Subdomains subdomains, KeptObjects kept) {
        this.sites = sites;
        this.subdomains = subdomains;
        this.kept = kept;
    }

    /// A list for each. Call within a scoped transaction.
    Map<Long, List<Element>> of(Collection<Long> owners) {
        var all = new HashMap<Long, List<Element>>();
        for (var owner : owners) all.put(owner, new ArrayList<>());
        var found = sites.ofOwners(owners);
        var ids = found.stream().map(SiteDetails::id).toList();
        var parents = subdomains.parents(ids);
        var aliases = new HashMap<Long, List<KeptObjects.One>>();
        for (var alias : kept.of(SiteAliasOperator.KIND, Kept.Subject.SITE, ids))
            aliases.computeIfAbsent(alias.subjectId(), _ -> new ArrayList<>()).add(alias);
        for (var site : found)
            tell(
                    new Owned(
                            site,
                            Optional.ofNullable(parents.get(site.id())),
                            aliases.getOrDefault(site.id(), List.of())),
                    all.computeIfAbsent(site.owner(), _ -> new ArrayList<>()));
        return all;
    }

    private static void tell(Owned owned, List<Element> list) {
        var site = owned.site;
        var domain = told(site.id(), site.host(), owned.parent.isPresent() ? "subdomain" : "domain", site);
        owned.parent.ifPresent(parent -> domain.add("parent-id", parent.id()));
        list.add(domain);
        for (var alias : owned.aliases)
            list.add(told(alias.id(), new DomainName(alias.name()).ascii(), "alias", site)
                    .add("domain-id", site.id()));
    }

    private static Element told(long id, String host, String type, SiteDetails site) {
        return new Element("domain")
                .add("id", id)
                .add("name", new DomainName(host).display())
                .add("ascii-name", host)
                .add("type", type)
                .add("main", type.equals("domain") && site.isMain())
                .add("guid", site.guid())
                .add("external-id", "");
    }

    static Element told(List<Element> list) {
        var domains = new Element("domains");
        list.forEach(domains::add);
        return domains;
    }
}
