package org.wirt.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.AdditionalInformation;
import org.wirt.value.Refusal;

/// What informing an account means: the text its provider shows it, apart from the internal description.
abstract class Informing implements Operation<Account, Informing.Input> {

    /// @param version the `changed` of the account the form was filled from; absent: whatever is there
    record Input(AdditionalInformation additionalInformation, Optional<Integer> version) {}

    private final Contacts contacts;

    Informing(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        return AccountRules.verdict(input.version.flatMap(version -> AccountRules.changedSince(version, account)));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var wanted = Map.of("additionalInformation", input.additionalInformation.text());
        return accounts.stream().map(a -> contacts.change(a.id(), wanted)).toList();
    }
}
