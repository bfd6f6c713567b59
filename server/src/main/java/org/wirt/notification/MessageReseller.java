package org.wirt.notification;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes to a reseller.
@Verb(name = "reseller.message", from = Level.ADMINISTRATOR)
class MessageReseller extends Messaging {

    MessageReseller(Addressees addressees, Letters letters) {
        super(addressees, letters);
    }
}
