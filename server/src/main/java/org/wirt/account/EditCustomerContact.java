package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Changes how a customer is reached.
@Verb(name = "customer.contact", from = Level.RESELLER)
class EditCustomerContact extends EditingContact {

    EditCustomerContact(Contacts contacts) {
        super(contacts);
    }
}
