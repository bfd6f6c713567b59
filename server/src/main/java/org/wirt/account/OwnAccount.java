package org.wirt.account;

import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// An account as its own people change it, the administrator's included.
@Component
class OwnAccount extends WholeAccounts {

    OwnAccount(Accounts accounts) {
        super(accounts, Level.CUSTOMER, Level.RESELLER, Level.ADMINISTRATOR);
    }

    @Override
    public String object() {
        return "account";
    }
}
