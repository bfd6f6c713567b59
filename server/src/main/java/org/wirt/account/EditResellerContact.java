package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Changes how a reseller is reached.
@Verb(name = "reseller.contact", from = Level.ADMINISTRATOR)
class EditResellerContact extends EditingContact {

    EditResellerContact(Contacts contacts) {
        super(contacts);
    }
}
