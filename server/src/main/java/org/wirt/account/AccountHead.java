package org.wirt.account;

import java.time.Instant;
import java.util.List;
import org.wirt.value.Causes;

/// Who an account is, for the head and the sidebar of its page.
///
/// @param address as on an envelope, line by line
/// @param description the provider's internal note, empty where there is none
/// @param above the causes of the reseller above
public record AccountHead(
        long id,
        String name,
        String company,
        String username,
        boolean neverSignedIn,
        String email,
        String phone,
        List<String> address,
        String country,
        Instant created,
        String description,
        String additionalInformation,
        Causes own,
        Causes above,
        List<Reasons.Reason> reasons) {}
