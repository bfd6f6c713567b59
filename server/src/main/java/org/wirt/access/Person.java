package org.wirt.access;

import java.util.Optional;
import java.util.OptionalLong;

/// Somebody who can sign in: an account's own login or one of its additional users.
///
/// @param level that of his account
/// @param role of an additional user
/// @param reasons why his account is not active: its own codes and those above
/// @param contract whether access to the panel is part of his account's contract, or of its subscriptions'
public record Person(
        long loginId,
        long accountId,
        long resellerId,
        Level level,
        boolean owner,
        UserRole role,
        String username,
        String name,
        OptionalLong subscription,
        boolean active,
        int reasons,
        boolean contract,
        Optional<String> locale,
        String accountLocale,
        String theme,
        String providerName,
        String providerEmail) {

    private static final int REMOVED = 2048;

    /// Every code that keeps people out of the panel.
    private static final int DARK = 1908 | REMOVED;

    public boolean maySignIn() {
        return !isSuspended() && contract;
    }

    boolean isSuspended() {
        return !active || (reasons & DARK) != 0;
    }

    /// He, or whom he stands below, lies in the recycle bin: doors know him no more.
    boolean isRemoved() {
        return (reasons & REMOVED) != 0;
    }

    /// An additional user whom the owner of an account that is active has switched off.
    boolean isSwitchedOff() {
        return !owner && !active && (reasons & DARK) == 0;
    }

    public Rights rights() {
        return Rights.of(owner, role, subscription.isPresent());
    }

    /// A user with less than everything works inside his account only, whatever it is: what lies below it is its
    /// owner's. A contract hides something from customers alone.
    public Scope scope() {
        if (!rights().whole()) {
            var own = Scope.customer(accountId, resellerId, subscription);
            return level == Level.CUSTOMER ? own : own.withHidden();
        }
        return switch (level) {
            case ADMINISTRATOR -> Scope.administrator();
            case RESELLER -> Scope.reseller(accountId);
            case CUSTOMER -> Scope.customer(accountId, resellerId, subscription);
        };
    }
}
