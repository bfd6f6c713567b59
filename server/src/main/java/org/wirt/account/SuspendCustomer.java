package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Takes a customer out of service. Undone by activating him.
@Verb(name = "customer.suspend", from = Level.RESELLER)
class SuspendCustomer extends Suspending {

    SuspendCustomer(Darkening darkening) {
        super(darkening);
    }
}
