package org.wirt.subscription;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.wirt.account.AccountNarrowing;
import org.wirt.listing.Narrowing;
import org.wirt.listing.Parameter;

/// Accounts by what they have bought: a customer by each of his subscriptions that is not in the recycle bin, a
/// reseller by what he holds himself.
@Component
class ContractNarrowing implements AccountNarrowing {

    private static final String EXPIRES = "expires";

    @Override
    public List<Parameter> parameters() {
        return List.of(SubscriptionFilter.BOUND, Parameter.amount(EXPIRES));
    }

    @Override
    public List<Condition> conditions(String kind, Narrowing typed) {
        var found = kind.equals("RESELLER")
                ? Stream.of(
                        SubscriptionFilter.plan("h", typed)
                                .map(c -> DSL.condition(
                                        "a.id in (select h.account_id from wirt.reseller h where {0})", c)),
                        typed.endsWithin(EXPIRES, "a.expires_at"))
                : Stream.of(SubscriptionFilter.plan("h", typed), typed.endsWithin(EXPIRES, "h.expires_at"))
                        .map(asked -> asked.map(ContractNarrowing::hasSubscription));
        return found.flatMap(Optional::stream).toList();
    }

    private static Condition hasSubscription(Condition asked) {
        return DSL.condition(
                "a.id in (select h.customer_id from wirt.subscription h where h.reasons & 2048 = 0 and {0})", asked);
    }
}
