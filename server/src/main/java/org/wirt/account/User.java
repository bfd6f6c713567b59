package org.wirt.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.UserRole;
import org.wirt.operation.Operand;

/// An additional user of a customer or reseller: a panel login of its own inside his account.
///
/// @param name the contact name
/// @param subscription the only one he has access to; absent: all
/// @param subscriptionName absent also where the only one is gone, somebody else's or out of the reader's sight
/// @param lastSignIn absent: never yet
public record User(
        long id,
        String name,
        long accountId,
        long resellerId,
        String username,
        String email,
        UserRole role,
        Optional<Long> subscription,
        Optional<String> subscriptionName,
        boolean active,
        Optional<Instant> lastSignIn)
        implements Operand {

    /// What a form about him is filled with.
    public Map<String, String> saved() {
        return Map.of(
                "contactName",
                name,
                "email",
                email,
                "username",
                username,
                "role",
                role.name(),
                "subscription",
                subscription.map(String::valueOf).orElse(""),
                "active",
                String.valueOf(active));
    }

    /// He is limited to a subscription that his account does not have any more.
    boolean seesNothing() {
        return subscription.isPresent() && subscriptionName.isEmpty();
    }
}
