package org.wirt.dialect;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wirt.access.ScopedTransaction;
import org.wirt.subscription.BoundPlan;
import org.wirt.subscription.ResellerContract;

/// What resellers hold, in the words of the dialect.
@Component
class Contracts {

    private final ResellerContract contract;
    private final Addresses addresses;
    private final Deeds deeds;
    private final Standings standings;
    private final Kept kept;
    private final ScopedTransaction transaction;

    Contracts(
            ResellerContract contract,
            Addresses addresses,
            Deeds deeds,
            Standings standings,
            Kept kept,
            ScopedTransaction transaction) {
        this.contract = contract;
        this.addresses = addresses;
        this.deeds = deeds;
        this.standings = standings;
        this.kept = kept;
        this.transaction = transaction;
    }

    /// Gives him what is said beside his plan.
    ///
    /// @param info with his status
    void ofReseller(Exchange exchange, long reseller, Element said, Element info) {
        var input = TermsSaid.ofReseller(
                said, TermWords.names(of(exchange, reseller).allowance()));
        if (!input.isEmpty()) deeds.start(exchange, "reseller.customize", reseller, input);
        standings.expiration(exchange, "reseller", reseller, said, info);
        kept.keep(exchange, Kept.Subject.ACCOUNT, reseller, OveruseWords.kept(said));
    }

    /// Lets what he holds last as long from now as his plan says; where it says nothing, as long as before.
    void lasting(Exchange exchange, long reseller, Optional<Integer> days) {
        days.ifPresent(many -> standings.lasting(exchange, "reseller", reseller, many));
    }

    ResellerContract.Held of(Exchange exchange, long reseller) {
        return transaction.read(exchange.scope(), () -> contract.of(reseller));
    }

    void tellReseller(Exchange exchange, long reseller, Element wanted, Element data) {
        var held = of(exchange, reseller);
        if (wanted.has("permissions"))
            data.add(TermWords.permissions(held.allowance().permissions(), true));
        if (wanted.has("limits"))
            data.add(OveruseWords.told(
                    TermWords.limits(held.allowance(), true, held.oversell())
                            .add(TermWords.end(held.allowance().expiry())),
                    transaction.read(exchange.scope(), () -> kept.of(Kept.Subject.ACCOUNT, reseller))));
        if (wanted.has("ippool")) data.add(addresses.pool("ippool", "ip", "ip-address", "ip-type"));
        if (wanted.has("subscriptions"))
            data.add(subscriptions(
                    held.locked(), !held.locked(), held.plan().stream().toList()));
    }

    /// @param plans its plan and what it has beside it
    static Element subscriptions(boolean locked, boolean synced, List<BoundPlan> plans) {
        var one = new Element("subscription").add("locked", locked).add("synchronized", synced);
        for (var plan : plans) one.add(new Element("plan").add("plan-guid", plan.guid()));
        return new Element("subscriptions").add(one);
    }
}
