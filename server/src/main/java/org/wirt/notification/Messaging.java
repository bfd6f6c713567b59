package org.wirt.notification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.wirt.access.Caller;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operand;
import org.wirt.operation.Operation;
import org.wirt.operation.Verdict;
import org.wirt.value.LetterBody;
import org.wirt.value.LetterSubject;
import org.wirt.value.Refusal;
import org.wirt.value.Refused;

/// What writing to accounts means: each owner gets a letter of his own. What is written cannot be taken back.
abstract class Messaging implements Operation<Account, Messaging.Input> {

    /// @param subject one line; both may name what is known of the reader, e.g. `{contact_name}`
    record Input(LetterSubject subject, LetterBody body) {

        Input {
            var inText = Placeholder.ofOwners();
            var inSubject = EnumSet.copyOf(inText);
            inSubject.removeAll(Placeholder.ONLY_IN_TEXT);
            var wrong = new ArrayList<>(Template.refusals("subject", subject.text(), inSubject, List.of()));
            wrong.addAll(Template.refusals("body", body.text(), inText, List.of()));
            if (!wrong.isEmpty()) throw new Refused(wrong);
        }
    }

    private final Addressees addressees;
    private final Letters letters;

    Messaging(Addressees addressees, Letters letters) {
        this.addressees = addressees;
        this.letters = letters;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        return judgeAll(List.of(account), input, caller).getFirst();
    }

    /// Who has no address is found in one statement for all of them.
    @Override
    public List<Verdict> judgeAll(List<Account> accounts, Input input, Caller caller) {
        var reachable = addressees.accounts(ids(accounts)).stream()
                .filter(addressee -> !addressee.email().isEmpty())
                .map(Addressee::accountId)
                .collect(Collectors.toSet());
        return accounts.stream()
                .map(account -> judge(account, reachable.contains(account.id())))
                .toList();
    }

    private static Verdict judge(Account account, boolean reachable) {
        if (account.isGone()) return Verdict.refused(Refusal.notFound());
        return reachable ? Verdict.allowed() : Verdict.refused(Refusal.state("no-email"));
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        letters.write(addressees.accounts(ids(accounts)), new LetterText(input.subject.text(), input.body.text()));
        return accounts.stream()
                .map(account -> Change.of(account.id(), "message", "", input.subject.text()))
                .toList();
    }

    private static List<Long> ids(List<Account> accounts) {
        return accounts.stream().map(Operand::id).toList();
    }
}
