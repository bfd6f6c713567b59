package org.wirt.account;

import org.jooq.DSLContext;
import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Sends a customer a link by which he sets a new password.
@Verb(name = "customer.reset-link", from = Level.RESELLER)
class SendCustomerResetLink extends SendingResetLink {

    SendCustomerResetLink(DSLContext database) {
        super(database);
    }
}
