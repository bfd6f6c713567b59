package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Puts a customer with all his subscriptions, websites and users into the recycle bin.
@Verb(name = "customer.remove", from = Level.RESELLER)
class RemoveCustomer extends Removing {

    RemoveCustomer(Darkening darkening, FromBin bin, GivenNames names) {
        super(darkening, bin, names);
    }
}
