package org.wirt.account;

import java.time.Instant;
import java.util.Optional;
import org.wirt.value.Causes;

/// An account in a list.
///
/// @param description the provider's note, empty where there is none
/// @param provider absent for resellers, whose provider is the administrator
public record AccountRow(
        long id,
        String name,
        String company,
        String username,
        String email,
        String description,
        Causes own,
        Causes above,
        int subscriptions,
        int domains,
        Uses disk,
        Uses traffic,
        Optional<ProviderName> provider,
        Instant created) {

    /// @param used    bytes of all subscriptions together
    /// @param granted bytes they may use; -1: without limit
    public record Uses(long used, long granted) {}

    public record ProviderName(long id, String name) {}
}
