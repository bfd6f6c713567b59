package org.wirt.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.wirt.account.AccountHead;
import org.wirt.speech.Texts;
import org.wirt.web.ui.AccountCard;

/// Says who an account is in the reader's language.
final class AccountCards {

    private AccountCards() {}

    static AccountCard of(Texts t, String kind, AccountHead head, Set<String> verbs, Map<String, String> refusals) {
        return new AccountCard(
                kind,
                String.valueOf(head.id()),
                head.name(),
                head.company(),
                AccountWords.status(t, head.own(), head.above()),
                StatusReasons.of(t, head.own(), head.above(), head.reasons()),
                head.username(),
                head.neverSignedIn(),
                head.email(),
                head.phone(),
                head.envelope(t.locale()),
                LocalDate.ofInstant(head.created(), ZoneId.systemDefault()),
                head.description(),
                head.additionalInformation(),
                verbs,
                refusals);
    }
}
