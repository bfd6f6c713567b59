package org.wirt.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.City;
import org.wirt.value.Company;
import org.wirt.value.ContactName;
import org.wirt.value.Country;
import org.wirt.value.EmailAddress;
import org.wirt.value.Language;
import org.wirt.value.Phone;
import org.wirt.value.PostalAddress;
import org.wirt.value.PostalCode;
import org.wirt.value.Refusal;
import org.wirt.value.State;
import org.wirt.value.Street;
import org.wirt.value.TimeZoneName;

/// An account's own people change how it is reached. What belongs to its provider, the external id and the texts about
/// it, stays out of their reach.
@Verb(name = "account.contact", from = Level.CUSTOMER)
class EditOwnContact implements Operation<Account, EditOwnContact.Input> {

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
            return values;
        }
    }

    private final Contacts contacts;

    EditOwnContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.id() != caller.scope().accountId()) return Verdict.refused(Refusal.notFound());
        if (input.version != account.changed()) return Verdict.refused(Refusal.state("changed-meanwhile"));
        return AccountRules.postalCode(input.postal()).map(Verdict::refused).orElseGet(Verdict::allowed);
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream()
                .map(a -> EditingContact.saved(contacts, a.id(), input.values()))
                .toList();
    }
}
