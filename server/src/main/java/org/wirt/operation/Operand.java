package org.wirt.operation;

import java.util.Optional;

/// What a verb is done to: the values that its rule must see, loaded for all targets in one query.
public interface Operand {

    long id();

    String name();

    /// The account it belongs to; itself for an account.
    long accountId();

    /// The realm it lies in.
    long resellerId();

    /// The subscription that it is or lies in, where it does: who does not see that does not see what was done here.
    default Optional<Long> subscription() {
        return Optional.empty();
    }
}
