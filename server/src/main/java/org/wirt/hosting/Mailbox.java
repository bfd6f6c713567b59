package org.wirt.hosting;

import org.wirt.value.DomainName;

/// A mailbox of a domain.
///
/// @param host the domain as servers write it
/// @param quota bytes; -1 is unlimited
public record Mailbox(long id, Space space, long siteId, String host, String local, long quota) implements InSpace {

    /// The address.
    @Override
    public String name() {
        return local + "@" + new DomainName(host).display();
    }
}
