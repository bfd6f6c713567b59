package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Puts a reseller with all his customers into the recycle bin.
@Verb(name = "reseller.remove", from = Level.ADMINISTRATOR)
class RemoveReseller extends Removing {

    RemoveReseller(Darkening darkening, FromBin bin, GivenNames names) {
        super(darkening, bin, names);
    }
}
