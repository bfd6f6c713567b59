package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Takes a reseller and his customers out of the recycle bin.
@Verb(name = "reseller.restore", from = Level.ADMINISTRATOR)
class RestoreReseller extends RestoringAccount {

    RestoreReseller(FromBin bin, GivenNames names) {
        super(bin, names);
    }
}
