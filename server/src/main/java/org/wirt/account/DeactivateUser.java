package org.wirt.account;

import org.jooq.DSLContext;
import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Keeps an additional user out until he is activated.
@Verb(name = "user.deactivate", from = Level.CUSTOMER)
class DeactivateUser extends SwitchingUser {

    DeactivateUser(DSLContext database, Logins logins) {
        super(database, logins, false);
    }
}
