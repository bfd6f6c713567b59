package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Takes a reseller out of service, and with him every customer of his: one reason, on his row alone. Undone by
/// activating him.
@Verb(name = "reseller.suspend", from = Level.ADMINISTRATOR)
class SuspendReseller extends Suspending {

    SuspendReseller(Darkening darkening) {
        super(darkening);
    }
}
