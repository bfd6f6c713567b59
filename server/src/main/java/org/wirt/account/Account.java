package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.value.Cause;
import org.wirt.value.Causes;

/// A customer or reseller as the rules of verbs must see him.
///
/// @param loginId his own login
/// @param loginChanged counts its edits, against lost updates
/// @param own his own reasons for not being active
/// @param above the reasons of the reseller above him; none for the administrator's customers
/// @param changed counts edits, against lost updates
public record Account(
        long id,
        Level kind,
        String name,
        String username,
        long loginId,
        int loginChanged,
        long providerId,
        long resellerId,
        Causes own,
        Causes above,
        int changed,
        int customers)
        implements Reasoned {

    @Override
    public long accountId() {
        return id;
    }

    /// In the recycle bin, or below somebody who is: for every verb but restoring it is not there.
    public boolean isGone() {
        return own.has(Cause.REMOVED) || above.has(Cause.REMOVED);
    }

    public boolean isActive() {
        return own.isActive() && above.isActive();
    }
}
