package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.AdditionalInformation;
import org.wirt.value.City;
import org.wirt.value.Company;
import org.wirt.value.ContactName;
import org.wirt.value.Country;
import org.wirt.value.EmailAddress;
import org.wirt.value.ExternalId;
import org.wirt.value.Language;
import org.wirt.value.Phone;
import org.wirt.value.PostalAddress;
import org.wirt.value.PostalCode;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;
import org.wirt.value.State;
import org.wirt.value.Street;
import org.wirt.value.TimeZoneName;

/// What editing contact information means, whoever it is about. The form says which version it was filled from, so that
/// nobody overwrites what a colleague saved meanwhile.
abstract class EditingContact implements Operation<Account, EditingContact.Input> {

    /// @param version the `changed` of the account the form was filled from
    record Input(
            ContactName contactName,
            Company company,
            EmailAddress email,
            Phone phone,
            Phone fax,
            Street address,
            City city,
            State state,
            PostalCode postalCode,
            Country country,
            Language language,
            TimeZoneName timeZone,
            ExternalId externalId,
            AdditionalInformation additionalInformation,
            int version) {

        PostalAddress postal() {
            return new PostalAddress(address, city, state, postalCode, country);
        }

        Map<String, String> values() {
            var values = new LinkedHashMap<String, String>();
            values.put("contactName", contactName.text());
            values.put("company", company.text());
            values.put("email", email.text());
            values.put("phone", phone.text());
            values.put("fax", fax.text());
            values.put("address", address.text());
            values.put("city", city.text());
            values.put("state", state.text());
            values.put("postalCode", postalCode.text());
            values.put("country", country.code());
            values.put("language", language.tag());
            values.put("timeZone", timeZone.text());
            values.put("externalId", externalId.text());
            values.put("additionalInformation", additionalInformation.text());
            return values;
        }
    }

    private final Contacts contacts;

    EditingContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (AccountRules.isGone(account)) return Verdict.refused(Refusal.notFound());
        if (input.version != account.changed()) return Verdict.refused(Refusal.state("changed-meanwhile"));
        return AccountRules.postalCode(input.postal()).map(Verdict::refused).orElseGet(Verdict::allowed);
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream()
                .map(a -> saved(contacts, a.id(), input.values()))
                .toList();
    }

    static Change saved(Contacts contacts, long id, Map<String, String> wanted) {
        var before = contacts.find(id).orElseThrow(() -> new Refused(Refusal.notFound()));
        var different = contacts.save(before, wanted);
        var after = new LinkedHashMap<String, Object>();
        different.keySet().forEach(field -> after.put(field, wanted.getOrDefault(field, "")));
        return new Change(id, different, after);
    }
}
