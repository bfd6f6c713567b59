package org.wirt.account;

/// Something that goes along when a removed account is erased for good and lies outside the account's own tables, e.g.
/// files. Fulfilled by the room that owns it.
public interface RemovalStep {

    /// Called within the scope of the system, before the rows go. Doing it again changes nothing.
    void erase(long accountId);
}
