package org.wirt.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.wirt.access.Level;
import org.wirt.value.Causes;

/// All that is said of an account to a machine.
///
/// @param guid stays for life
/// @param description the provider's note
/// @param provider absent: out of the reader's sight
/// @param language of letters and pages, as a tag
/// @param country two letters; empty: not known
/// @param diskUsed bytes
/// @param trafficUsed bytes, this month
public record AccountDetails(
        long id,
        UUID guid,
        Level kind,
        String contactName,
        String company,
        String username,
        String email,
        String phone,
        String fax,
        String address,
        String city,
        String state,
        String postalCode,
        String country,
        String language,
        String externalId,
        String description,
        Instant created,
        Causes own,
        Causes above,
        Optional<Provider> provider,
        int domains,
        long diskUsed,
        long trafficUsed) {

    public record Provider(long id, UUID guid, String username, Level kind) {}
}
