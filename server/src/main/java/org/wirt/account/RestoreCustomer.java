package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Takes a customer out of the recycle bin.
@Verb(name = "customer.restore", from = Level.RESELLER)
class RestoreCustomer extends RestoringAccount {

    RestoreCustomer(FromBin bin, GivenNames names) {
        super(bin, names);
    }
}
