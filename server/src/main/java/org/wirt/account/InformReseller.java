package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Writes what a reseller is told on his pages.
@Verb(name = "reseller.information", from = Level.ADMINISTRATOR)
class InformReseller extends Informing {

    InformReseller(Contacts contacts) {
        super(contacts);
    }
}
