package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes what a customer is told on his pages.
@Verb(name = "customer.information", from = Level.RESELLER)
class InformCustomer extends Informing {

    InformCustomer(Contacts contacts) {
        super(contacts);
    }
}
