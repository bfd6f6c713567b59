package org.wirt.notification;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes to a customer.
@Verb(name = "customer.message", from = Level.RESELLER)
class MessageCustomer extends Messaging {

    MessageCustomer(Addressees addressees, Letters letters) {
        super(addressees, letters);
    }
}
