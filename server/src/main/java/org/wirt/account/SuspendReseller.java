package org.wirt.account;

import java.time.Clock;
import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Takes a reseller out of service, and with him every customer of his: one reason, on his row alone. Undone by
/// activating him.
@Verb(name = "reseller.suspend", from = Level.ADMINISTRATOR)
class SuspendReseller extends Suspending {

    SuspendReseller(Reasons reasons, Clock clock) {
        super(reasons, clock);
    }
}
