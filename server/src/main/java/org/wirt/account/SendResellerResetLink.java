package org.wirt.account;

import org.jooq.DSLContext;
import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Sends a reseller a link by which he sets a new password.
@Verb(name = "reseller.reset-link", from = Level.ADMINISTRATOR)
class SendResellerResetLink extends SendingResetLink {

    SendResellerResetLink(DSLContext database) {
        super(database);
    }
}
