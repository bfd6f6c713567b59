package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirt.value.Company;
import org.wirt.value.ContactEmail;
import org.wirt.value.ContactName;
import org.wirt.value.Language;
import org.wirt.value.Phone;
import org.wirt.value.PostalAddress;
import org.wirt.value.Refusal;
import org.wirt.value.TimeZoneName;

/// How an account is reached, as it and its provider may both say it.
record ContactFields(
        ContactName contactName,
        Company company,
        ContactEmail email,
        Phone phone,
        Phone fax,
        PostalAddress postal,
        Language language,
        TimeZoneName timeZone) {

    /// @param version the `changed` of the account the form was filled from
    Optional<Refusal> refusal(Account account, int version) {
        return AccountRules.changedSince(version, account).or(postal::refusal);
    }

    /// By field.
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("contactName", contactName.text());
        values.put("company", company.text());
        values.put("email", email.text());
        values.put("phone", phone.text());
        values.put("fax", fax.text());
        values.put("address", postal.address().text());
        values.put("city", postal.city().text());
        values.put("state", postal.state().text());
        values.put("postalCode", postal.postalCode().text());
        values.put("country", postal.country().code());
        values.put("language", language.tag());
        values.put("timeZone", timeZone.text());
        return values;
    }
}
