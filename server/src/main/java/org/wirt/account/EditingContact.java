package org.wirt.account;

import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Verdict;
import org.wirt.value.AdditionalInformation;
import org.wirt.value.ExternalId;
import org.wirt.value.Refusal;

/// What editing contact information means for a provider, whoever it is about.
abstract class EditingContact implements Operation<Account, EditingContact.Input>, Editing<Account>, Rehearsed {

    /// @param version the `changed` of the account the form was filled from
    record Input(
            ContactFields contact, ExternalId externalId, AdditionalInformation additionalInformation, int version) {

        Map<String, String> values() {
            var values = contact.values();
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
    public Map<String, String> saved(Account account) {
        return contacts.find(account.id()).map(Contact::saved).orElse(Map.of());
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        return AccountRules.verdict(input.contact.refusal(account, input.version));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var wanted = input.values();
        return accounts.stream().map(a -> contacts.change(a.id(), wanted)).toList();
    }
}
