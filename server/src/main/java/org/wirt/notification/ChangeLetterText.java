package org.wirt.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.account.Account;
import org.wirt.operation.Change;
import org.wirt.operation.Job;
import org.wirt.operation.Operation;
import org.wirt.operation.Verb;
import org.wirt.operation.Verdict;
import org.wirt.value.Language;
import org.wirt.value.LetterBody;
import org.wirt.value.LetterSubject;
import org.wirt.value.Refusal;

/// A provider writes what a letter says in one language: the administrator for all, a reseller for his customers.
@Verb(name = "account.letter-text", from = Level.RESELLER)
class ChangeLetterText implements Operation<Account, ChangeLetterText.Input> {

    /// @param version of the text the form was filled from; absent: whatever is there
    record Input(
            LetterKind letter, Language language, LetterSubject subject, LetterBody body, Optional<String> version) {

        LetterText text() {
            return new LetterText(subject.text(), body.text());
        }
    }

    private final LetterTexts texts;

    ChangeLetterText(LetterTexts texts) {
        this.texts = texts;
    }

    @Override
    public Verdict judge(Account account, Input input, Caller caller) {
        if (!isOwn(account, input.letter, caller)) return Verdict.refused(Refusal.notFound());
        var needed = input.letter.needsLink() ? Set.of(Placeholder.LINK) : Set.<Placeholder>of();
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(Template.refusals("subject", input.subject.text(), input.letter.inSubject(), Set.of()));
        refusals.addAll(Template.refusals("body", input.body.text(), input.letter.inText(), needed));
        if (refusals.isEmpty()) changedMeanwhile(account, input).ifPresent(refusals::add);
        return Verdict.of(refusals);
    }

    private Optional<Refusal> changedMeanwhile(Account account, Input input) {
        var before = texts.of(account.id(), input.letter, input.language).text();
        return input.version
                .filter(version -> !before.version().equals(version) && !before.equals(input.text()))
                .map(_ -> Refusal.invalid("body", "letter-text-changed-meanwhile", before.subject(), before.body()));
    }

    /// Everybody writes for himself, and only the letters that are his to write.
    static boolean isOwn(Account account, LetterKind letter, Caller caller) {
        return account.id() == caller.scope().accountId() && letter.isWrittenBy(account.kind());
    }

    @Override
    public List<Change> apply(List<Account> accounts, Input input, Caller caller, Job job) {
        return accounts.stream().map(account -> write(account, input)).toList();
    }

    private Change write(Account account, Input input) {
        var before = texts.of(account.id(), input.letter, input.language).text();
        texts.write(account.id(), input.letter, input.language, input.text());
        return changed(account, input.letter, input.language, before, input.text());
    }

    static Change changed(Account account, LetterKind letter, Language language, LetterText before, LetterText after) {
        return new Change(account.id(), kept(letter, language, before), kept(letter, language, after));
    }

    private static Map<String, Object> kept(LetterKind letter, Language language, LetterText text) {
        var key = "letter." + letter.key() + "." + language.tag();
        return Map.of(key + ".subject", text.subject(), key + ".body", text.body());
    }
}
