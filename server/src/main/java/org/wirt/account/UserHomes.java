package org.wirt.account;

import org.springframework.stereotype.Component;
import org.wirt.access.Level;

/// The accounts in which users are made.
@Component
class UserHomes extends WholeAccounts {

    UserHomes(Accounts accounts) {
        super(accounts, Level.CUSTOMER, Level.RESELLER);
    }

    @Override
    public String object() {
        return "user";
    }
}
