package org.wirt.account;

import java.util.Optional;
import org.wirt.access.Level;
import org.wirt.value.AdditionalInformation;
import org.wirt.value.Company;
import org.wirt.value.ContactName;
import org.wirt.value.Description;
import org.wirt.value.EmailAddress;
import org.wirt.value.ExternalId;
import org.wirt.value.Phone;
import org.wirt.value.PostalAddress;
import org.wirt.value.Username;

/// A customer or reseller about to be made, with his own login.
///
/// @param email   absent only where a dialect sends none
/// @param password in clear, for as long as it takes to hash it; absent: he sets it himself by a link, and cannot
///                 sign in before
/// @param description the provider's note; empty: none is kept
public record NewAccount(
        Level kind,
        ContactName contactName,
        Company company,
        Optional<EmailAddress> email,
        Phone phone,
        PostalAddress address,
        Username username,
        Optional<String> password,
        Description description,
        AdditionalInformation additionalInformation,
        ExternalId externalId) {

    @Override
    public String toString() {
        return "NewAccount[" + username.text() + "]";
    }
}
