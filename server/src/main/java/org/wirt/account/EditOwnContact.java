package org.wirt.account;

import java.util.List;
import java.util.Map;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.operation.Change;
import org.wirt.operation.Editing;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Refusal;

/// An account's own people change how it is reached. What belongs to its provider, the external id and the texts about
/// it, stays out of their reach.
@Verb(name = "account.contact", from = Level.CUSTOMER)
class EditOwnContact implements Operation<Account, EditOwnContact.Input>, Editing<Account> {

    /// @param version the `changed` of the account the form was filled from
    record Input(ContactFields contact, int version) {}

    private final Contacts contacts;

    EditOwnContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Map<String, String> saved(Account account) {
        return contacts.find(account.id()).map(Contact::saved).orElse(Map.of());
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.id() != caller.scope().accountId()) return Verdict.refused(Refusal.notFound());
        return AccountRules.verdict(input.contact.refusal(account, input.version));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var wanted = input.contact.values();
        return accounts.stream().map(a -> contacts.change(a.id(), wanted)).toList();
    }
}
