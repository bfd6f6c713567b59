package org.wirt.hosting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// The DNS of domains: what is written there, what the servers add to it, and which servers that are.
@Component
public class Zones {

    private final DSLContext database;
    private final NodeViews views;

    Zones(DSLContext database, NodeViews views) {
        this.database = database;
        this.views = views;
    }

    /// Who answers for names, the domain's own node first; nobody, where no node with a DNS server serves it.
    public List<NameServer> servers(Site site) {
        return views.nameServers(site.space().node());
    }

    /// What the server says of a domain by itself. The caller has found the domain within his scope.
    public List<DerivedRecord> derived(Site site) {
        return derived(List.of(site));
    }

    /// The same of several.
    public List<DerivedRecord> derived(Collection<Site> sites) {
        var answered = new HashMap<Long, Boolean>();
        var ids = sites.stream()
                .filter(site -> answered.computeIfAbsent(
                        site.space().node(), _ -> !servers(site).isEmpty()))
                .map(Site::id)
                .toList();
        return ids.isEmpty() ? List.of() : views.derived(ids);
    }

    /// What is written for a domain of this subscription. Call within a scoped transaction.
    Optional<Zone> of(long site, Space space) {
        return read(site, space, "");
    }

    /// The same for who is about to write: two at once would not see each other.
    ///
    /// @throws Refused where there is no such domain
    Zone lock(long site, Space space) {
        return read(site, space, " for no key update").orElseThrow(() -> new Refused(Refusal.notFound()));
    }

    private Optional<Zone> read(long site, Space space, String lock) {
        return database.resultQuery(
                        "select host from wirt.site where id = ? and subscription_id = ?" + lock, site, space.id())
                .fetchOptional(row -> new Zone(row.get(0, String.class), own(site)));
    }

    private List<Zone.Own> own(long site) {
        return database.resultQuery("select id, name, type, value from wirt.dns_record where site_id = ?", site)
                .fetch(row -> new Zone.Own(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        DnsType.valueOf(row.get(2, String.class)),
                        row.get(3, String.class)));
    }
}
