package org.wirt.hosting;

import java.util.List;
import java.util.Map;
import org.wirt.value.DomainName;

/// What somebody has written into the DNS of a domain himself.
///
/// @param host     the domain as servers write it
/// @param relative to the domain; empty: the domain itself
/// @param value    without the priority
/// @param ttl      seconds
public record DnsRecord(
        long id,
        Space space,
        long siteId,
        String host,
        String relative,
        DnsType type,
        String value,
        int priority,
        int ttl)
        implements InSpace {

    /// The whole name and what is said of it.
    @Override
    public String name() {
        return (relative.isEmpty() ? "" : relative + ".") + new DomainName(host).display() + " " + type;
    }

    /// As a form about it sends it back.
    Map<String, List<String>> saved() {
        return Map.of(
                "name", List.of(relative),
                "type", List.of(type.name()),
                "value", List.of(value),
                "priority", type.hasPriority() ? List.of(String.valueOf(priority)) : List.of(),
                "ttl", List.of(String.valueOf(ttl)));
    }

    String line() {
        return DnsEntry.line(relative, ttl, type, priority, value);
    }
}
