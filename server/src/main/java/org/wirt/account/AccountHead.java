package org.wirt.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.wirt.value.Causes;
import org.wirt.value.PostalAddress;

/// Who an account is, for the head and the sidebar of its page.
///
/// @param description the provider's internal note, empty where there is none
/// @param provider his name, empty where the reader does not see him
/// @param above the causes of the reseller above
public record AccountHead(
        long id,
        String name,
        String company,
        String username,
        boolean neverSignedIn,
        String email,
        String phone,
        String street,
        String postalCode,
        String city,
        String state,
        String country,
        Instant created,
        String description,
        String additionalInformation,
        long providerId,
        String provider,
        Causes own,
        Causes above,
        List<Reasons.Reason> reasons) {

    /// The address as on an envelope, the country in this language.
    public List<String> envelope(Locale language) {
        return PostalAddress.envelope(street, postalCode, city, state, country, language);
    }
}
