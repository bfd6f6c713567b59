package org.wirt.notification;

import java.util.List;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Language;
import org.wirt.value.Refusal;

/// A provider gives up his text of a letter: a reseller's customers read the administrator's again, everybody else
/// Wirt's.
@Verb(name = "account.letter-default", from = Level.RESELLER)
class RestoreLetterText implements Operation<Account, RestoreLetterText.Input> {

    record Input(LetterKind letter, Language language) {}

    private final LetterTexts texts;

    RestoreLetterText(LetterTexts texts) {
        this.texts = texts;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        return ChangeLetterText.isOwn(account, input.letter, caller)
                ? Verdict.allowed()
                : Verdict.refused(Refusal.notFound());
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream().map(account -> restore(account, input)).toList();
    }

    private Change restore(Account account, Input input) {
        var before = texts.of(account.id(), input.letter, input.language).text();
        texts.forget(account.id(), input.letter, input.language);
        var after = texts.of(account.id(), input.letter, input.language).text();
        return ChangeLetterText.changed(account, input.letter, input.language, before, after);
    }
}
