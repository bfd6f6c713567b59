package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.CustomerList;
import org.wirt.operation.Operand;
import org.wirt.operation.Preview;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.operation.Verdict;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.Subscriptions;
import org.wirt.value.Cause;
import org.wirt.web.ui.ConfirmPage;
import org.wirt.web.ui.Form;
import org.wirt.web.ui.Texts;

/// Activating asks only where it has to: when subscriptions have reasons of their own, or an end that has passed.
@Component
class ActivateConfirmation implements Confirmation {

    private static final String CUSTOMERS = "customer.activate";
    private static final String SUBSCRIPTIONS = "subscription.activate";

    private final PlainConfirmation plain;
    private final Subscriptions subscriptions;
    private final CustomerList customers;
    private final ScopedTransaction transaction;

    ActivateConfirmation(
            PlainConfirmation plain,
            Subscriptions subscriptions,
            CustomerList customers,
            ScopedTransaction transaction) {
        this.plain = plain;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of(CUSTOMERS, SUBSCRIPTIONS);
    }

    @Override
    public boolean asks(Visit visit, Verbs.Known<?, ?> verb, Selection selection) {
        if (verb.name().equals(SUBSCRIPTIONS)) {
            return themselves(visit, selection).stream()
                    .anyMatch(s ->
                            s.ended() && visit.parameter("expires." + s.id()).isEmpty());
        }
        return visit.parameter("scope").isEmpty() && !own(visit, selection).isEmpty();
    }

    @Override
    public <T extends Operand, I extends Record> ModelAndView page(
            Visit visit,
            Verbs.Known<T, I> verb,
            Selection selection,
            Preview<T> preview,
            Form form,
            org.wirt.web.ui.Selection picture) {
        boolean single = preview.isOfOne();
        if (verb.name().equals(SUBSCRIPTIONS)) {
            var questions = themselves(visit, selection).stream()
                    .limit(ROWS)
                    .map(s -> line(visit, s, single))
                    .toList();
            return plain.page(visit, verb, preview, form, picture, List.of(), questions);
        }
        var activated = preview.rows().stream()
                .filter(r -> r.verdict() instanceof Verdict.Allowed)
                .map(r -> r.target().id())
                .toList();
        var own = own(visit, selection).stream()
                .filter(s -> !single || activated.contains(s.accountId()))
                .limit(ROWS)
                .map(s -> line(visit, s, single))
                .toList();
        return plain.page(visit, verb, preview, form, picture, List.of(), own);
    }

    /// Subscriptions of suspended customers that an activation of the account alone would not bring back.
    private List<Subscription> own(Visit visit, Selection selection) {
        return transaction.read(visit.scope(), () -> subscriptions.keptDark(ids(selection), ROWS));
    }

    /// Subscriptions that need a date or a tick to come back.
    private List<Subscription> themselves(Visit visit, Selection selection) {
        if (!(selection instanceof Selection.These(var ids))) return List.of();
        return transaction.read(
                visit.scope(),
                () -> subscriptions.load(ids).stream()
                        .filter(s -> s.ended() || (s.own().has(Cause.SECURITY) && visit.level() == Level.ADMINISTRATOR))
                        .toList());
    }

    private List<Long> ids(Selection selection) {
        return switch (selection) {
            case Selection.These(var ids) -> ids;
            case Selection.Matching(var filter) -> customers.matching(filter).all();
        };
    }

    static ConfirmPage.OwnReason line(Visit visit, Subscription s, boolean single) {
        boolean security = s.own().has(Cause.SECURITY) && visit.level() == Level.ADMINISTRATOR;
        return new ConfirmPage.OwnReason(
                String.valueOf(s.id()),
                single ? s.name() : s.name() + " (" + s.account() + ")",
                "/subscriptions/" + s.id(),
                words(visit.t(), s),
                s.ended(),
                security);
    }

    private static String words(Texts t, Subscription s) {
        var words = new ArrayList<String>();
        for (var cause : s.causes().list()) words.add(AccountWords.word(t, cause));
        return t.and(words);
    }
}
