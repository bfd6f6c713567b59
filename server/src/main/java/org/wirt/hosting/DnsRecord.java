package org.wirt.hosting;

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
        return name(relative, host, type.name());
    }

    /// @param relative to the domain; empty: itself
    static String name(String relative, String host, String type) {
        return (relative.isEmpty() ? "" : relative + ".") + new DomainName(host).display() + " " + type;
    }

    /// What a form about it is filled with.
    public Map<String, String> saved() {
        return Map.of(
                "name",
                relative,
                "type",
                type.name(),
                "value",
                value,
                "priority",
                type.hasPriority() ? String.valueOf(priority) : "",
                "ttl",
                String.valueOf(ttl));
    }

    String line() {
        return DnsEntry.line(relative, ttl, type, priority, value);
    }
}
