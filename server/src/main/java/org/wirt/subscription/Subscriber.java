package org.wirt.subscription;

import org.wirt.access.Level;
import org.wirt.operation.Operand;

/// An account that gets another subscription, with the room its realm has for it.
public record Subscriber(long id, Level kind, String name, long resellerId, boolean removed, ResellerRoom room)
        implements Operand {

    @Override
    public long accountId() {
        return id;
    }
}
