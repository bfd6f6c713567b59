package org.wirt.operation;

/// What a verb is done to: the values that its rule must see, loaded for all targets in one query.
public interface Operand {

    long id();

    String name();

    /// The account it belongs to; itself for an account.
    long accountId();

    /// The realm it lies in.
    long resellerId();
}
