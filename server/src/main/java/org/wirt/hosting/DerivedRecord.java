package org.wirt.hosting;

import java.util.List;

/// What a server says in the DNS of a domain although nobody has written it.
///
/// @param site    the domain's
/// @param name    whole, as servers write it
/// @param type    also SOA, which nobody can write
/// @param content with the priority where there is one
/// @param ttl     seconds
public record DerivedRecord(long site, String name, String type, String content, int ttl) {

    private static final int TTL = 3600;

    /// What a server of such an address will say of a domain that none serves yet, but for the names of servers. The
    /// view `pdns.derived` says the same of those that one serves.
    public static List<DerivedRecord> usual(Site site, String address) {
        var type = address.indexOf(':') < 0 ? "A" : "AAAA";
        return List.of(
                new DerivedRecord(site.id(), site.host(), type, address, TTL),
                new DerivedRecord(site.id(), site.host(), "MX", "10 mail." + site.host(), TTL),
                new DerivedRecord(site.id(), site.host(), "TXT", "v=spf1 a mx ~all", TTL),
                new DerivedRecord(site.id(), "www." + site.host(), type, address, TTL),
                new DerivedRecord(site.id(), "mail." + site.host(), type, address, TTL));
    }
}
