package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Gives a reseller another username or password.
@Verb(name = "reseller.login", from = Level.ADMINISTRATOR)
class ChangeResellerLogin extends ChangingLogin {

    ChangeResellerLogin(Logins logins) {
        super(logins);
    }
}
