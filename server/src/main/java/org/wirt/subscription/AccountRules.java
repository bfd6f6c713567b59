package org.wirt.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.account.NewAccount;
import org.wirt.account.NewAccounts;
import org.wirt.operation.Inputs;
import org.wirt.value.ExternalId;
import org.wirt.value.Refusal;
import org.wirt.value.Username;

/// What may stand against a new customer or reseller. Names that others hold are refused without saying whose they are.
@Component
class AccountRules {

    private final NewAccounts accounts;

    AccountRules(NewAccounts accounts) {
        this.accounts = accounts;
    }

    List<Refusal> refusals(NewAccount wanted, long provider) {
        var refusals = names(Optional.of(wanted.username()), Optional.of(wanted.externalId()), provider);
        wanted.address().refusal().ifPresent(refusals::add);
        return refusals;
    }

    /// The names as they came in, as far as they can be read.
    List<Refusal> names(Map<String, List<String>> parameters, long provider) {
        return names(
                Inputs.field(Username.class, "username", parameters),
                Inputs.field(ExternalId.class, "externalId", parameters),
                provider);
    }

    private List<Refusal> names(Optional<Username> username, Optional<ExternalId> externalId, long provider) {
        var refusals = new ArrayList<Refusal>();
        if (username.filter(name -> accounts.isTaken(name, provider)).isPresent()) {
            refusals.add(Refusal.invalid("username", "username-taken"));
        }
        if (externalId.filter(id -> accounts.isTaken(id, provider)).isPresent()) {
            refusals.add(Refusal.invalid("externalId", "external-id-taken"));
        }
        return refusals;
    }
}
