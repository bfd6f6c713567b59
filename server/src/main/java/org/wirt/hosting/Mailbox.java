package org.wirt.hosting;

import org.wirt.operation.Operand;
import org.wirt.value.DomainName;

/// A mailbox of a domain.
///
/// @param host the domain as servers write it
/// @param quota bytes; -1 is unlimited
public record Mailbox(long id, Space space, long siteId, String host, String local, long quota) implements Operand {

    /// The address.
    @Override
    public String name() {
        return local + "@" + new DomainName(host).display();
    }

    @Override
    public long accountId() {
        return space.accountId();
    }

    @Override
    public long resellerId() {
        return space.resellerId();
    }
}
