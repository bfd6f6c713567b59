package org.wirt.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.wirt.access.Caller;
import org.wirt.access.Level;
import org.wirt.value.Language;

/// A text as one of its readers would get it: the first of the caller's own customers, or somebody made up while he has
/// none. Nothing is written. Call within a scoped transaction.
@Component
public class LetterPreview {

    /// @param reader whose letter it would be
    public record Shown(String reader, LetterText text) {}

    private final DSLContext database;
    private final Addressees addressees;
    private final ReaderValues values;
    private final PanelAddress panel;

    LetterPreview(DSLContext database, Addressees addressees, ReaderValues values, PanelAddress panel) {
        this.database = database;
        this.addressees = addressees;
        this.values = values;
        this.panel = panel;
    }

    public Shown of(LetterKind kind, Language language, LetterText text, Caller caller) {
        var subject = new Template(text.subject());
        var body = new Template(text.body());
        var named = body.placeholders();
        named.addAll(subject.placeholders());
        var customer = example(caller.scope().accountId(), language);
        var reader = kind.readers().contains(Level.ADMINISTRATOR)
                ? owner(caller.scope().accountId()).orElse(customer)
                : customer;
        var theirs = values.of(List.of(reader), named).reader(reader, language);
        theirs.putAll(deed(customer, language, caller));
        var link = panel.url() + "/set-password/…";
        return new Shown(
                reader.name(),
                new LetterText(
                        subject.filled(theirs).replaceAll("\\s+", " ").strip(),
                        body.filled(theirs).replace(Letters.LINK, link)));
    }

    private Map<Placeholder, String> deed(Addressee customer, Language language, Caller caller) {
        return Map.of(
                Placeholder.ACCOUNTS,
                customer.name(),
                Placeholder.ACTOR,
                caller.username(),
                Placeholder.REASON,
                LetterWords.of(language, "letter.example.reason"),
                Placeholder.WEB_HOOK,
                LetterWords.of(language, "letter.example.web-hook"),
                Placeholder.CAUSE,
                LetterWords.of(language, "letter.web-hook-off.failing"),
                Placeholder.PAGE,
                panel.url() + "/web-hooks/1");
    }

    /// In the order of the list of customers, so that an index finds him however many there are.
    private Addressee example(long provider, Language language) {
        return database.resultQuery(
                        "select id from wirt.account where reseller_id = ? and kind = 'CUSTOMER' and not removed "
                                + "order by sort_name, id limit 1",
                        provider)
                .fetchOptional(r -> r.get(0, Long.class))
                .flatMap(this::owner)
                .orElseGet(() -> new Addressee(
                        0,
                        provider,
                        0,
                        "erika",
                        LetterWords.of(language, "letter.example.name"),
                        "erika@example.org",
                        language.tag()));
    }

    private Optional<Addressee> owner(long account) {
        return addressees.accounts(List.of(account)).stream().findFirst();
    }
}
