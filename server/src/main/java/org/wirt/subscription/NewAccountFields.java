package org.wirt.subscription;

import org.wirt.access.Level;
import org.wirt.account.NewAccount;
import org.wirt.value.AdditionalInformation;
import org.wirt.value.Company;
import org.wirt.value.ContactEmail;
import org.wirt.value.ContactName;
import org.wirt.value.Description;
import org.wirt.value.ExternalId;
import org.wirt.value.Phone;
import org.wirt.value.PostalAddress;

/// What the forms for a new customer and for a new reseller both ask.
record NewAccountFields(
        ContactName contactName,
        Company company,
        ContactEmail email,
        Phone phone,
        PostalAddress postal,
        ChosenLogin login,
        Description description,
        AdditionalInformation additionalInformation,
        ExternalId externalId) {

    NewAccount wanted(Level kind) {
        return new NewAccount(
                kind,
                contactName,
                company,
                email.address(),
                phone,
                postal,
                login.name(),
                login.chosen(),
                description,
                additionalInformation,
                externalId);
    }
}
