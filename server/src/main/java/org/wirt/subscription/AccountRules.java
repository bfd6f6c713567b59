package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirt.account.NewAccount;
import org.wirt.account.NewAccounts;
import org.wirt.value.Refusal;

/// What may stand against a new customer or reseller. Names that others hold are refused without saying whose they are.
@Component
class AccountRules {

    private final NewAccounts accounts;

    AccountRules(NewAccounts accounts) {
        this.accounts = accounts;
    }

    List<Refusal> refusals(NewAccount wanted, long provider) {
        var refusals = new ArrayList<Refusal>();
        if (accounts.isTaken(wanted.username(), provider)) {
            refusals.add(Refusal.invalid("username", "username-taken"));
        }
        if (accounts.isTaken(wanted.externalId(), provider)) {
            refusals.add(Refusal.invalid("externalId", "external-id-taken"));
        }
        wanted.address().refusal().ifPresent(refusals::add);
        return refusals;
    }
}
