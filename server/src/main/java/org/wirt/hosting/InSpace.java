package org.wirt.hosting;

import java.util.Optional;
import org.wirt.operation.Operand;

/// What lies in a subscription belongs to whoever that belongs to.
interface InSpace extends Operand {

    Space space();

    @Override
    default long accountId() {
        return space().accountId();
    }

    @Override
    default Optional<Long> subscription() {
        return Optional.of(space().id());
    }

    @Override
    default long resellerId() {
        return space().resellerId();
    }
}
