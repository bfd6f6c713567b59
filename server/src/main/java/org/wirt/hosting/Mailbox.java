package org.wirt.hosting;

import java.util.Map;
import org.wirt.value.DomainName;

/// A mailbox of a domain.
///
/// @param host the domain as servers write it
/// @param quota bytes; -1 is unlimited
public record Mailbox(long id, Space space, long siteId, String host, String local, long quota) implements InSpace {

    /// What a form about it is filled with.
    public Map<String, String> saved() {
        return Map.of("quota", MailboxQuota.written(quota));
    }

    /// The address.
    @Override
    public String name() {
        return name(local, host);
    }

    static String name(String local, String host) {
        return local + "@" + new DomainName(host).display();
    }
}
