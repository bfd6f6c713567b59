package org.wirt.account;

import org.jooq.DSLContext;
import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Lets an additional user sign in again.
@Verb(name = "user.activate", from = Level.CUSTOMER)
class ActivateUser extends SwitchingUser {

    ActivateUser(DSLContext database, Logins logins) {
        super(database, logins, true);
    }
}
