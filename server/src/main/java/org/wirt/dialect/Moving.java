package org.wirt.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;
import org.wirt.account.AccountDirectory.KnownBy;
import org.wirt.subscription.Plans;

/// What becomes of a whole account: another provider, another kind.
@Component
class Moving {

    private final Deeds deeds;
    private final Plans plans;
    private final AccountDirectory directory;
    private final ScopedTransaction transaction;

    Moving(Deeds deeds, Plans plans, AccountDirectory directory, ScopedTransaction transaction) {
        this.deeds = deeds;
        this.plans = plans;
        this.directory = directory;
        this.transaction = transaction;
    }

    /// @param plan name of a reseller plan; empty: none
    void toReseller(Exchange exchange, long id, String plan) {
        var input = planned(exchange, id, Scope.ADMINISTRATOR, Plans.Kind.RESELLER, plan);
        hand(exchange, "customer.convert", id, Scope.ADMINISTRATOR, input);
    }

    /// @param plan name of a hosting plan of the administrator; empty: none
    void toCustomer(Exchange exchange, long id, String plan) {
        deeds.start(
                exchange, "reseller.convert", id, planned(exchange, id, Scope.ADMINISTRATOR, Plans.Kind.HOSTING, plan));
    }

    /// @param login of the new provider
    /// @param plan name of a hosting plan of his; empty: none
    void toProvider(Exchange exchange, long id, String login, String plan) {
        long provider = transaction
                .read(
                        exchange.scope(),
                        () -> directory.find(List.of(Level.ADMINISTRATOR, Level.RESELLER), KnownBy.USERNAME, login))
                .orElseThrow(() -> new Failed(ErrorNumbers.NO_OWNER, "Owner does not exist."));
        var input = planned(exchange, id, provider, Plans.Kind.HOSTING, plan);
        input.put("target", Long.toString(provider));
        hand(exchange, "customer.move", id, provider, input);
    }

    /// On the pages an external id that the new provider uses already becomes a note. Whoever knows the account by it
    /// would find somebody else from then on.
    private void hand(Exchange exchange, String verb, long id, long provider, Map<String, String> input) {
        deeds.together(exchange, () -> {
            var external = directory.read(id).map(AccountDetails::externalId).orElse("");
            if (directory.hasExternalId(provider, external, id))
                throw new Failed(
                        ErrorNumbers.EXISTS, "The new owner has an account with external id '" + external + "'.");
            return deeds.start(exchange, verb, id, input);
        });
    }

    private Map<String, String> planned(Exchange exchange, long id, long owner, Plans.Kind kind, String plan) {
        var input = new HashMap<String, String>();
        if (!plan.isEmpty()) input.put("plan." + id, Long.toString(plan(exchange, owner, kind, plan)));
        return input;
    }

    private long plan(Exchange exchange, long owner, Plans.Kind kind, String name) {
        return transaction
                .read(exchange.scope(), () -> named(owner, kind, name))
                .orElseThrow(() -> new Failed(ErrorNumbers.MISSING, "Plan '" + name + "' does not exist."));
    }

    private Optional<Long> named(long owner, Plans.Kind kind, String name) {
        return plans.offered(owner, kind).stream()
                .filter(plan -> plan.name().equalsIgnoreCase(name))
                .map(Plans.Plan::id)
                .findFirst();
    }
}
