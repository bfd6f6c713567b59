package org.wirt.subscription;

import org.wirt.access.Level;
import org.wirt.operation.Operand;

/// An account in which others are made: the administrator or a reseller, with the room he has for more.
public record Provider(long id, Level kind, String name, String country, boolean removed, ResellerRoom room)
        implements Operand {

    @Override
    public long accountId() {
        return id;
    }

    @Override
    public long resellerId() {
        return id;
    }
}
