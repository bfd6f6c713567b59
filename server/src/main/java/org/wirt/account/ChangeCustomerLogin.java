package org.wirt.account;

import org.wirt.access.Level;
import org.wirt.operation.Verb;

/// Gives a customer another username or password.
@Verb(name = "customer.login", from = Level.RESELLER)
class ChangeCustomerLogin extends ChangingLogin {

    ChangeCustomerLogin(Logins logins) {
        super(logins);
    }
}
