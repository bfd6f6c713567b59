package org.wirt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirt.access.Level;
import org.wirt.access.ScopedTransaction;
import org.wirt.account.Account;
import org.wirt.account.CustomerList;
import org.wirt.account.Reasons;
import org.wirt.operation.Operand;
import org.wirt.operation.Selection;
import org.wirt.operation.Verbs;
import org.wirt.operation.Verdict;
import org.wirt.speech.Texts;
import org.wirt.subscription.Customer;
import org.wirt.subscription.Subscription;
import org.wirt.subscription.Subscriptions;
import org.wirt.value.Cause;
import org.wirt.web.PlainConfirmation.Asked;
import org.wirt.web.ui.ConfirmPage;
import org.wirt.web.ui.Field;

/// Activating asks only where it has to: when subscriptions have reasons of their own, or an end that has passed.
@Component
class ActivateConfirmation implements Confirmation {

    private static final String CUSTOMERS = "customer.activate";
    private static final String RESELLERS = "reseller.activate";
    private static final String SUBSCRIPTIONS = "subscription.activate";

    private final PlainConfirmation plain;
    private final Subscriptions subscriptions;
    private final CustomerList customers;
    private final Reasons reasons;
    private final ScopedTransaction transaction;

    ActivateConfirmation(
            PlainConfirmation plain,
            Subscriptions subscriptions,
            CustomerList customers,
            Reasons reasons,
            ScopedTransaction transaction) {
        this.plain = plain;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.reasons = reasons;
        this.transaction = transaction;
    }

    @Override
    public List<String> verbs() {
        return List.of(CUSTOMERS, RESELLERS, SUBSCRIPTIONS);
    }

    @Override
    public boolean asks(Visit visit, Verbs.Known<?, ?> verb, Selection selection) {
        if (verb.name().equals(SUBSCRIPTIONS)) {
            return themselves(visit, selection).stream()
                    .anyMatch(s ->
                            s.ended() && visit.parameter("expires." + s.id()).isEmpty());
        }
        if (verb.name().equals(RESELLERS)
                && accounts(visit, verb, selection, Cause.EXPIRED).stream()
                        .anyMatch(a -> visit.parameter("expires." + a.id()).isEmpty())) return true;
        if (visit.parameter("asked").isEmpty() && !held(visit, verb, selection).isEmpty()) return true;
        return verb.name().equals(CUSTOMERS)
                && visit.parameter("scope").isEmpty()
                && !own(visit, selection).isEmpty();
    }

    @Override
    public ModelAndView page(Deed deed) {
        var visit = deed.visit();
        var verb = deed.verb();
        var selection = deed.selection();
        var preview = deed.preview();
        boolean single = preview.isOfOne();
        if (verb.name().equals(SUBSCRIPTIONS)) {
            var questions = themselves(visit, selection).stream()
                    .limit(ROWS)
                    .map(s -> line(visit, s, single))
                    .toList();
            return plain.page(deed, Asked.of(questions, List.of(), List.of()));
        }
        var activated = preview.rows().stream()
                .filter(r -> r.verdict() instanceof Verdict.Allowed)
                .map(r -> r.target().id())
                .toList();
        if (verb.name().equals(RESELLERS)) {
            var dates = accounts(visit, verb, selection, Cause.EXPIRED).stream()
                    .map(a -> Field.of("date", "expires." + a.id(), visit.t().of("web.activate.new-expiry", a.name()))
                            .from(deed.form())
                            .needed())
                    .toList();
            var asked = Asked.of(List.of(), held(visit, verb, selection), dates);
            return plain.page(deed, asked);
        }
        var own = own(visit, selection).stream()
                .filter(s -> !single || activated.isEmpty() || activated.contains(s.accountId()))
                .limit(ROWS)
                .map(s -> line(visit, s, single))
                .toList();
        var asked = Asked.of(own, held(visit, verb, selection), List.of());
        return plain.page(deed, asked);
    }

    /// Subscriptions of suspended customers that an activation of the account alone would not bring back.
    private List<Subscription> own(Visit visit, Selection selection) {
        return transaction.read(visit.scope(), () -> subscriptions.keptDark(ids(selection), ROWS));
    }

    /// Accounts with a security hold of their own, each with the tick by which the administrator alone lifts it.
    private List<ConfirmPage.OwnReason> held(Visit visit, Verbs.Known<?, ?> verb, Selection selection) {
        if (visit.level() != Level.ADMINISTRATOR || verb.name().equals(SUBSCRIPTIONS)) return List.of();
        var accounts = accounts(visit, verb, selection, Cause.SECURITY);
        var texts = transaction
                .read(
                        visit.scope(),
                        () -> reasons.of(
                                Reasons.Subject.account,
                                accounts.stream().map(Account::id).toList()))
                .stream()
                .filter(r -> r.code() == Cause.SECURITY.code())
                .collect(Collectors.toMap(Reasons.Reason::subjectId, Reasons.Reason::text));
        return accounts.stream()
                .map(a -> new ConfirmPage.OwnReason(
                        String.valueOf(a.id()),
                        a.name(),
                        "/" + verb.targets().object() + "s/" + a.id(),
                        texts.getOrDefault(a.id(), ""),
                        false,
                        true))
                .toList();
    }

    private List<Account> accounts(Visit visit, Verbs.Known<?, ?> verb, Selection selection, Cause cause) {
        if (!(selection instanceof Selection.These(var ids))) return List.of();
        return transaction.read(
                visit.scope(),
                () -> verb.targets().load(ids.subList(0, Math.min(ROWS, ids.size()))).stream()
                        .map(ActivateConfirmation::account)
                        .filter(a -> a.own().has(cause))
                        .toList());
    }

    private static Account account(Operand target) {
        return target instanceof Customer customer ? customer.account() : (Account) target;
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
