package org.wirt.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirt.access.Caller;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.Description;
import org.wirt.value.Refusal;

/// What describing an account means: an internal note of its providers, which the account itself never sees. One text,
/// shared by the reseller and the administrator above him.
abstract class Describing implements Operation<Account, Describing.Input> {

    /// @param description empty: no description any more
    /// @param version of the text the form was filled from; absent: whatever is there
    record Input(Description description, Optional<String> version) {}

    private final Notes notes;

    Describing(Notes notes) {
        this.notes = notes;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        // Nobody describes himself: the note about a reseller is the administrator's.
        if (account.isGone() || account.id() == caller.scope().accountId()) {
            return Verdict.refused(Refusal.notFound());
        }
        var before = notes.find(account.id()).map(Note::text).orElse("");
        boolean known = input.version.isEmpty() || input.version.get().equals(Notes.version(before));
        return known || before.equals(input.description.text())
                ? Verdict.allowed()
                : Verdict.refused(Refusal.invalid("description", "description-changed-meanwhile", before));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        var text = input.description.text();
        var changes = new ArrayList<Change>();
        for (var account : accounts) {
            var before = notes.find(account.id()).map(Note::text).orElse("");
            notes.write(account.id(), text, caller);
            changes.add(Change.of(account.id(), "description", before, text));
        }
        return changes;
    }
}
