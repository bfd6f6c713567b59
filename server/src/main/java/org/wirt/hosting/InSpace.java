package org.wirt.hosting;

import org.wirt.operation.Operand;

/// What lies in a subscription belongs to whoever that belongs to.
interface InSpace extends Operand {

    Space space();

    @Override
    default long accountId() {
        return space().accountId();
    }

    @Override
    default long resellerId() {
        return space().resellerId();
    }
}
