package org.wirt.account;

import org.springframework.stereotype.Component;

/// The accounts in which users are made.
@Component
class UserHomes extends WholeAccounts {

    UserHomes(CustomerTargets customers, ResellerTargets resellers) {
        super(customers, resellers);
    }

    @Override
    public String object() {
        return "user";
    }
}
