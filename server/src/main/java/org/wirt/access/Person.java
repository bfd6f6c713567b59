package org.wirt.access;

import java.util.Optional;
import java.util.OptionalLong;

/// Somebody who can sign in: an account's own login or one of its additional users.
///
/// @param reasons why his account is not active: its own codes and those above
public record Person(
        long loginId,
        long accountId,
        long resellerId,
        Level level,
        boolean owner,
        String username,
        String name,
        OptionalLong subscription,
        boolean active,
        int reasons,
        Optional<String> locale,
        String accountLocale,
        String theme,
        String providerName,
        String providerEmail) {

    /// Every code that keeps people out of the panel, REMOVED included.
    private static final int DARK = 1908 | 2048;

    public boolean maySignIn() {
        return active && (reasons & DARK) == 0;
    }

    public Scope scope() {
        return switch (level) {
            case ADMINISTRATOR -> Scope.administrator();
            case RESELLER -> Scope.reseller(accountId);
            case CUSTOMER -> Scope.customer(accountId, resellerId, subscription);
        };
    }
}
