package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.account.NewAccount;
import org.wirt.account.NewAccounts;
import org.wirt.value.PasswordStrength;
import org.wirt.value.Refusal;

/// What may stand against a new customer or reseller. Names that others hold are refused without saying whose they are.
@Component
class AccountRules {

    private final NewAccounts accounts;

    AccountRules(NewAccounts accounts) {
        this.accounts = accounts;
    }

    /// @param repeat the password typed a second time, where a form asks for it
    List<Refusal> refusals(NewAccount wanted, Optional<String> repeat, long provider) {
        var refusals = new ArrayList<Refusal>();
        if (accounts.isTaken(wanted.username(), provider)) {
            refusals.add(Refusal.invalid("username", "username-taken"));
        }
        wanted.password()
                .flatMap(password -> PasswordStrength.USUAL.check(password, wanted.username()))
                .ifPresent(refusals::add);
        if (repeat.isPresent()
                && wanted.password().filter(p -> !p.equals(repeat.get())).isPresent()) {
            refusals.add(Refusal.invalid("repeat", "passwords-differ"));
        }
        if (accounts.isTaken(wanted.externalId(), provider)) {
            refusals.add(Refusal.invalid("externalId", "external-id-taken"));
        }
        wanted.address().refusal().ifPresent(refusals::add);
        return refusals;
    }
}
