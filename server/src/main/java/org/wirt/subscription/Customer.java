package org.wirt.subscription;

import java.util.List;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Operand;
import org.wirt.value.Cause;

/// An account with the contracts it has: what must be seen to activate, convert or move it.
///
/// @param subscriptions without those in the recycle bin
public record Customer(Account account, List<Subscription> subscriptions) implements Operand {

    public Customer {
        subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public long id() {
        return account.id();
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public long accountId() {
        return account.id();
    }

    @Override
    public long resellerId() {
        return account.resellerId();
    }

    boolean is(Level kind) {
        return account.kind() == kind && !account.own().has(Cause.REMOVED);
    }

    public List<Holding> holdings() {
        return subscriptions.stream().map(Subscription::holding).toList();
    }
}
