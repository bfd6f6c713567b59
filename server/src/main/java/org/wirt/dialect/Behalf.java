package org.wirt.dialect;

import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.access.Scope;
import org.wirt.account.AccountDetails;
import org.wirt.account.AccountDirectory;

/// A status can say that somebody else than the caller has suspended something: a reseller where the administrator
/// speaks, or whoever owns a website. The caller does it as that one, as after logging in as him, so that its reason is
/// that one's and whoever may lift it there may lift it here.
@Component
class Behalf {

    private final AccountDirectory accounts;

    Behalf(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /// Call within a scoped transaction.
    ///
    /// @param kind  of the object; of all those only a website is suspended by whoever owns it
    /// @param owner whose object it is
    /// @return as the caller himself, where the status is his or there is no such one
    Exchange of(Exchange exchange, String kind, int status, long owner) {
        var level = exchange.caller().level();
        if (level == Level.CUSTOMER) return exchange;
        if (kind.equals("site") && status == Statuses.CUSTOMER)
            return accounts.read(owner)
                    .filter(account -> account.kind() == Level.CUSTOMER)
                    .map(customer -> as(exchange, scope(customer), customer.username()))
                    .orElse(exchange);
        if (status == Statuses.RESELLER && level == Level.ADMINISTRATOR) return asReseller(exchange, owner);
        return exchange;
    }

    private Exchange asReseller(Exchange exchange, long owner) {
        var account = accounts.read(owner);
        var reseller = account.filter(one -> one.kind() == Level.RESELLER)
                .map(one -> as(exchange, Scope.reseller(one.id()), one.username()));
        return reseller.or(() -> account.flatMap(AccountDetails::provider)
                        .filter(provider -> provider.kind() == Level.RESELLER)
                        .map(provider -> as(exchange, Scope.reseller(provider.id()), provider.username())))
                .orElse(exchange);
    }

    private static Scope scope(AccountDetails customer) {
        long realm = customer.provider().map(AccountDetails.Provider::id).orElse(Scope.ADMINISTRATOR);
        return Scope.customer(customer.id(), realm, OptionalLong.empty()).withHidden();
    }

    private static Exchange as(Exchange exchange, Scope scope, String username) {
        var caller = exchange.caller();
        return new Exchange(
                new Caller(
                        scope,
                        caller.loginId(),
                        caller.username(),
                        username,
                        caller.rights(),
                        caller.door(),
                        caller.address(),
                        caller.requestId()),
                exchange.t());
    }
}
